import type { ListedNoticeRow } from '#db/queries/notices.ts'
import { textsIn } from '../i18n/texts.ts'
import type { Letter } from '../integrations/mail.server.ts'
import { patterns } from '../paths.ts'
import { eventKey, numberOf, subjectPath } from './notice-event.ts'

/** More lines than this nobody reads in a mail: the rest is in the app. */
const LINES = 30

/** How many cases the head's own desk shows as open and overdue. */
export interface WeekOfOffice {
  open: number
  overdue: number
}

type Told = Pick<ListedNoticeRow, 'event' | 'subject_kind' | 'subject_id' | 'year' | 'serial'>

/** One mail in Vietnamese for all of a person's notices: events and links, nobody's name and no citizen's words. */
export function noticeLetter(
  to: string,
  notices: readonly Told[],
  { origin, week }: { origin: string; week: WeekOfOffice | null },
): Letter {
  const t = textsIn.vi
  const lines = notices.slice(0, LINES).map((notice) => {
    const number = numberOf(notice)
    const what = t(`notices:event.${eventKey(notice.event)}`)
    return `- ${number ? `${number}: ` : ''}${what}\n  ${origin}${subjectPath(notice)}`
  })
  const first = notices[0]
  const subject =
    notices.length === 1 && first
      ? t(`notices:event.${eventKey(first.event)}`)
      : t('notices:mail.subject', { n: notices.length })
  const parts = [
    t('notices:mail.greeting'),
    t('notices:mail.opening'),
    lines.join('\n'),
    notices.length > LINES ? t('notices:mail.more', { n: notices.length - LINES }) : '',
    week ? t('notices:mail.week', { open: week.open, overdue: week.overdue }) : '',
    t('notices:mail.all', { address: origin + patterns.notices }),
    t('notices:mail.closing'),
  ]
  return { to, subject, text: parts.filter((part) => part !== '').join('\n\n') }
}
