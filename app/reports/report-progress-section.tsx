import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { ReportProgress } from './report-progress.ts'
import { shortMonth } from './written-period.ts'

interface Props {
  lang: Lang
  progress: ReportProgress
  nameOf: (officeId: string) => string
}

/** How far the year's report is: when it is due, which months have ratings, which offices have too few. */
export function ReportProgressSection({ lang, progress, nameOf }: Props) {
  const t = textsIn[lang]
  const { year, due, workingDays, covered, empty, decided, undecided } = progress
  const months = covered.length + empty.length
  return (
    <section className="progress" aria-labelledby="progress">
      <h2 id="progress">{t('desk:progress.title', { year, due: writtenDay(due) })}</h2>
      <p>
        {workingDays > 0
          ? t('desk:progress.left', { days: formatCount(lang, workingDays) })
          : t('desk:progress.today')}{' '}
        {months === 0
          ? t('desk:progress.notBegun', { year })
          : t('desk:progress.covered', { covered: covered.length, months })}{' '}
        {empty.length > 0 && t('desk:progress.empty', { months: empty.map(shortMonth).join(', ') })}
      </p>
      {decided.length + undecided.length > 0 && (
        <p>
          {t('desk:progress.decided', {
            decided: formatCount(lang, decided.length),
            all: formatCount(lang, decided.length + undecided.length),
          })}{' '}
          {undecided.length > 0 && (
            <span className="quiet">
              {t('desk:progress.undecided', { offices: undecided.map(nameOf).join(', ') })}
            </span>
          )}
        </p>
      )}
    </section>
  )
}
