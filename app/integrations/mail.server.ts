import type { Transporter } from 'nodemailer'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** The way out for mail; whoever sends waits for the mail server's answer, in no transaction. */
export interface Mailer {
  /** @throws when the mail server does not take it */
  send(letter: Letter): Promise<void>
  close(): void
}

/** A mail server that hangs does not hang a page for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/** Mail through one SMTP server, as plain text. */
export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  let opened: Promise<Transporter> | null = null
  // Loaded with the first letter, not with the server: a city without mail never pays for it.
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer')
    return createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true })
  }
  return {
    async send({ to, subject, text }) {
      opened ??= open()
      await (await opened).sendMail({
        from,
        // An address object is never read as a list of addresses.
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}
