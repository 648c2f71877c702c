// 50 headers and 50 bodies that never end, from a process of their own; prints after how many seconds each was closed.
import { connect } from 'node:net'

const { hostname, port } = new URL(process.argv[2])
const began = performance.now()
for (let i = 0; i < 100; i++) {
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.on('close', () => console.log((performance.now() - began) / 1000))
  socket.resume()
  socket.write(
    i % 2
      ? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '
      : 'POST /r/X HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na',
  )
}
