import { clockFrom } from '#app/calendar/clock.ts'
import { openMailer } from '#app/integrations/mail.server.ts'
import { leaseUntil, mailMoments } from '#app/notices/mail-moments.ts'
import { noticeLetter } from '#app/notices/notice-letter.ts'
import { sendNotices } from '#app/notices/send-notices.server.ts'
import { openStore } from '#db/connection.ts'
import { claimMail, listMailsDue, markSent } from '#db/queries/notice-mails.ts'
import { listUnsent } from '#db/queries/notices.ts'
import { findStaff } from '#db/queries/staff.ts'

/** A process that mails what is due and ends; with EAGER it marks first and sends then: the negative control. */
const { DATABASE_URL = '', SMTP_URL = '', NOW = '', EAGER = '' } = process.env
const store = openStore(DATABASE_URL)
const clock = clockFrom(new Date(NOW))
const mailer = openMailer({ url: SMTP_URL, from: 'no-reply@langson.example' })
const origin = 'https://danhgia.example.vn'

async function sendEagerly(): Promise<void> {
  const moments = mailMoments(clock.now())
  for (const staff_id of await listMailsDue(store.read, moments, 2_000)) {
    const { person, notices } = await store.write(async (tx) => {
      await claimMail(tx, { staff_id, lease: 'x', leased_until: leaseUntil(clock.now()) }, moments.now)
      const unsent = await listUnsent(tx, staff_id, moments.since)
      const ids = unsent.map(({ id }) => id)
      await markSent(tx, ids, moments.now)
      return { person: await findStaff(tx, staff_id), notices: unsent }
    })
    await mailer.send(noticeLetter(person?.email ?? '', notices, { origin, week: null }))
  }
}

await (EAGER ? sendEagerly() : sendNotices({ store, clock, mailer, origin }))
mailer.close()
await store.close()
