import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountLetter } from '#app/auth/account-letters.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { type Mailer, openMailer } from '#app/integrations/mail.server.ts'

interface Received {
  from: string
  to: string[]
  raw: string
}

const received: Received[] = []
let sink: SMTPServer
let mailer: Mailer

beforeEach(async () => {
  received.length = 0
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('full@') ? new Error('mailbox full') : null),
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (text) => (raw += text))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  sink.listen(0, '127.0.0.1')
  await once(sink.server, 'listening')
  const { port } = sink.server.address() as AddressInfo
  mailer = openMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Hài Lòng <no-reply@langson.example>' })
})
afterEach(async () => {
  mailer.close()
  await new Promise<void>((done) => sink.close(done))
})

/** Quoted-printable or base64, as the letter says, back to text. */
function bodyOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : body
}

/** Encoded words (RFC 2047) back to text. */
const subjectOf = (raw: string) =>
  (/^subject: ((?:.*\r\n )*.*)/im.exec(raw)?.[1] ?? '')
    .replace(/\?=\r\n =\?/g, '?= =?')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, text: string) =>
      decodeURIComponent(
        text
          .replaceAll('_', ' ')
          .replaceAll('%', '%25')
          .replace(/=([0-9A-F]{2})/g, '%$1'),
      ),
    )
    .replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))

const invitation = {
  kind: 'invitation',
  email: 'hoa@example.vn',
  name: 'Lý Thị Hoa',
  code: 'K7Q29FHXK7Q29FHX',
  hours: 72,
  origin: 'https://danhgia.example.vn',
} as const

test.each(LANGUAGES)('an invitation arrives whole in %s, marks and all, with its link', async (lang) => {
  const letter = accountLetter(lang, invitation)
  await mailer.send(letter)
  expect(received.map(({ from, to }) => [from, to])).toEqual([
    ['no-reply@langson.example', ['hoa@example.vn']],
  ])
  const raw = received[0]?.raw ?? ''
  expect(subjectOf(raw)).toBe(letter.subject)
  expect(bodyOf(raw).trim().replaceAll('\r\n', '\n')).toBe(letter.text)
  expect(letter.text).toContain('https://danhgia.example.vn/kich-hoat/K7Q29FHXK7Q29FHX\n')
  expect(raw).toMatch(/^Auto-Submitted: auto-generated/im)
  expect(raw).toMatch(/^Content-Type: text\/plain/im)
})

test('nothing that is filled in becomes a header, another recipient or a second letter', async () => {
  const letter = accountLetter('vi', {
    ...invitation,
    name: 'Hoa\r\nBcc: evil@example.com\r\n\r\n.\r\nMAIL FROM',
  })
  await mailer.send({ ...letter, subject: 'x\r\nBcc: evil@example.com' })
  await mailer.send({ ...letter, to: 'hoa@example.vn, evil@example.com' }).catch(() => undefined)
  await mailer.send({ ...letter, to: 'hoa@example.vn\r\nBcc: evil@example.com' }).catch(() => undefined)
  expect(received.flatMap(({ to }) => to).filter((address) => address.startsWith('evil@'))).toEqual([])
  for (const { raw } of received) expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
})

test('a mail server that refuses, or is not there, is an error for whoever sends', async () => {
  const letter = accountLetter('vi', { ...invitation, email: 'full@example.vn' })
  await expect(mailer.send(letter)).rejects.toThrow(/mailbox full/)
  const nobody = openMailer({ url: 'smtp://127.0.0.1:1', from: 'a@example.vn' })
  await expect(nobody.send(letter)).rejects.toThrow(/ECONNREFUSED/)
  nobody.close()
})
