import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BareAnswer } from './bare-http.ts'

const [answers] = (await once(process, 'message')) as [{ GET: BareAnswer; POST: BareAnswer }]

process.once('disconnect', () => process.exit())
const server = createServer((request, response) => {
  const answer = request.method === 'POST' ? answers.POST : answers.GET
  const say = () => response.writeHead(answer.status, answer.headers.flat()).end(answer.body)
  if (request.method !== 'POST') say()
  else request.on('end', say).resume()
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
