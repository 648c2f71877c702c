import { Agent, type IncomingMessage, request } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

interface Asking {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string> | [string, string][]
  body?: string
  /** The loopback address the visitor comes from. */
  from?: string
}

const agent = new Agent({ keepAlive: false })

/** One request as a browser without memory makes it: no redirect is followed, no cookie kept. */
export function ask(address: string, { method, headers, form, body, from }: Asking = {}): Promise<Answer> {
  const sent = form ? new URLSearchParams(form).toString() : body
  const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      {
        agent,
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: { ...type, ...headers },
        ...(from && { localAddress: from }),
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (data) => (text += data))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })
}
