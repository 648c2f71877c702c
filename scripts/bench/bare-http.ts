import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Answer, headerOf } from './wire.ts'

/** What the bare server says to every request of a method. */
export interface BareAnswer {
  status: number
  headers: [string, string][]
  body: Buffer
}

export interface BareServer {
  port: number
  pid: number
  stop(): void
}

/** Node's own HTTP server with nothing around it, in a process of its own, giving answers of our size. */
export async function startBareServer(answers: { GET: Answer; POST: Answer }): Promise<BareServer> {
  const child = fork(join(import.meta.dirname, 'bare-http-process.ts'), { serialization: 'advanced' })
  child.send({ GET: bareAnswer(answers.GET), POST: bareAnswer(answers.POST) })
  const [port] = (await once(child, 'message')) as [number]
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() }
}

/** The same status, headers and body; Node adds those of the connection itself. */
function bareAnswer(answer: Answer): BareAnswer {
  const own = /^(connection|keep-alive|date|transfer-encoding|content-length)$/
  const names = answer.head
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .filter((name) => !own.test(name))
  const headers = [...new Set(names)].map((name): [string, string] => [
    name,
    headerOf(answer, name).join(', '),
  ])
  headers.push(['content-length', String(answer.body.length)])
  return { status: answer.status, headers, body: answer.body }
}
