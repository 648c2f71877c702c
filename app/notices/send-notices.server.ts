import { v7 as uuidv7 } from 'uuid'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { caseList } from '#app/feedback-cases/case-list.server.ts'
import type { Mailer } from '#app/integrations/mail.server.ts'
import type { Store } from '#db/connection.ts'
import { claimMail, endMail, listMailsDue, markSent } from '#db/queries/notice-mails.ts'
import { type ListedNoticeRow, listUnsent } from '#db/queries/notices.ts'
import { findStaff } from '#db/queries/staff.ts'
import type { NoticeMailRow, StaffRow } from '#db/schema.ts'
import { leaseUntil, mailMoments, nextAttempt } from './mail-moments.ts'
import { noticeLetter, type WeekOfOffice } from './notice-letter.ts'

export interface MailParts {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
  mailer: Pick<Mailer, 'send'>
  /** The city's own address, for links. */
  origin: string
}

interface Batch {
  mail: NoticeMailRow
  person: StaffRow
  notices: ListedNoticeRow[]
}

const AT_A_TIME = 500
/** So many refusals in a row are the mail server's, not a mailbox's: the others wait for the next run. */
const REFUSALS_THAT_END = 3

/**
 * Mails everybody's notices, one letter a person, whatever number of processes run it. They are marked only after the
 * mail server has taken the letter: a process that dies repeats at most the letter it was sending. A refused letter
 * is tried again later and later. Answers how many letters were taken and refused.
 */
export async function sendNotices(
  parts: MailParts,
  signal?: AbortSignal,
): Promise<{ letters: number; refused: number }> {
  const done = { letters: 0, refused: 0 }
  let inARow = 0
  for (;;) {
    const due = await listMailsDue(parts.store.read, mailMoments(parts.clock.now()), AT_A_TIME)
    for (const staffId of due) {
      if (signal?.aborted || inARow >= REFUSALS_THAT_END) return done
      const batch = await claimBatch(parts, staffId)
      if (!batch) continue
      const taken = await sendBatch(parts, batch)
      inARow = taken ? 0 : inARow + 1
      done[taken ? 'letters' : 'refused']++
    }
    if (due.length < AT_A_TIME) return done
  }
}

/** The turn and what is to be told, or null when another process has it or nothing is left to tell. */
function claimBatch({ store, clock }: MailParts, staffId: string): Promise<Batch | null> {
  return store.write(async (tx) => {
    const now = clock.now()
    const { since } = mailMoments(now)
    const lease = { staff_id: staffId, lease: uuidv7(), leased_until: leaseUntil(now) }
    const mail = await claimMail(tx, lease, now.toISOString())
    if (!mail) return null
    const person = await findStaff(tx, staffId)
    const notices = await listUnsent(tx, staffId, since)
    if (person?.status === 'active' && notices.length > 0) return { mail, person, notices }
    await endMail(tx, { ...mail, next_at: now.toISOString() })
    return null
  })
}

/** True when the mail server took the letter. */
async function sendBatch(parts: MailParts, { mail, person, notices }: Batch): Promise<boolean> {
  const { store, clock, mailer, origin } = parts
  const week = notices.some(({ event }) => event === 'office.week') ? await weekOf(parts, person) : null
  const taken = await mailer.send(noticeLetter(person.email, notices, { origin, week })).then(
    () => true,
    // Its words may name the mailbox: they are not kept.
    () => false,
  )
  await store.write(async (tx) => {
    const now = clock.now()
    const at = now.toISOString()
    const attempts = taken ? 0 : mail.attempts + 1
    const ids = notices.map(({ id }) => id)
    if (taken) await markSent(tx, ids, at)
    await endMail(tx, { ...mail, attempts, next_at: taken ? at : nextAttempt(now, attempts) })
  })
  return taken
}

/** What the head's own desk counts, restricted cases left out as there. */
async function weekOf({ store, clock }: MailParts, person: StaffRow): Promise<WeekOfOffice> {
  const { id, name, email, role, office_id } = person
  const viewer: Viewer = { staffId: id, name, email, role, officeId: office_id, mayChange: false }
  const { views } = await caseList({ store, clock }, viewer, { view: 'open', office: '', page: 1 })
  const of = (wanted: string) => views.find(({ view }) => view === wanted)?.n ?? 0
  return { open: of('open'), overdue: of('overdue') }
}
