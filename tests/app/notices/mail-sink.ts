import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter that the server took. */
export interface Taken {
  to: string
  subject: string
  text: string
}

export interface MailSink {
  url: string
  taken: Taken[]
  /** Answers 450 to whomever this says so of. */
  refuses: (to: string) => boolean
  /** Waited for before each answer: to a recipient, and to a whole letter, which is kept by then. */
  before: (answer: 'recipient' | 'letter') => Promise<void>
  close(): Promise<void>
}

/** A real mail server on a port of its own, which keeps what it takes. */
export async function aMailSink(): Promise<MailSink> {
  const taken: Taken[] = []
  const sink: MailSink = {
    url: '',
    taken,
    refuses: () => false,
    before: async () => {},
    close: async () => {},
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('later'), { responseCode: 450 })
      void sink.before('recipient').then(() => done(sink.refuses(address) ? refusal : null))
    },
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (text) => (raw += text))
      stream.on('end', () => {
        taken.push({ to: envelope.rcptTo[0]?.address ?? '', ...read(raw) })
        void sink.before('letter').then(() => done())
      })
    },
  })
  // A client that is killed resets its connection.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  sink.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  sink.close = () => new Promise((done) => server.close(() => done()))
  return sink
}

const utf8 = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

function read(raw: string): Pick<Taken, 'subject' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const text = /transfer-encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : utf8(body.replace(/=\r\n/g, ''))
  const subject = (/^subject: ((?:.*\r\n )*.*)/im.exec(head)?.[1] ?? '')
    .replace(/\?=\r\n =\?utf-8\?q\?/gi, '')
    .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, coded: string) => utf8(coded.replaceAll('_', ' ')))
    .replace(/=\?utf-8\?b\?(.*?)\?=\s*/gi, (_, coded: string) =>
      Buffer.from(coded, 'base64').toString('utf8'),
    )
  return { subject, text: text.replaceAll('\r\n', '\n').trim() }
}
