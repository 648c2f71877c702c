import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { CaseStatus } from '#db/schema.ts'

/** A state in a word, its shape in the style sheet: never by colour alone. */
export function StatusChip({ lang, status }: { lang: Lang; status: CaseStatus }) {
  return <span className={`case-state ${status}`}>{textsIn[lang](`caseDesk:status.${status}`)}</span>
}

interface Deadline {
  day: string
  left: number
}

/** The day by which something is owed, and how many working days that leaves. */
export function DeadlineText({ lang, deadline }: { lang: Lang; deadline: Deadline | null }) {
  if (!deadline) return null
  const { day, left } = deadline
  return (
    <>
      {writtenDay(day)}
      <small className={left < 0 ? 'overdue' : undefined}>{leftIn(lang, left)}</small>
    </>
  )
}

/** "còn 3 ngày làm việc", "hôm nay", "quá hạn 2 ngày làm việc". */
export function leftIn(lang: Lang, left: number): string {
  const t = textsIn[lang]
  if (left === 0) return t('cases:followed.today')
  return left > 0 ? t('cases:followed.left', { n: left }) : t('cases:followed.late', { n: 0 - left })
}
