import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, ratingRowsFilePath, ratingRowsJobPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { dayOf } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import { writtenPeriod } from './written-period.ts'

interface Page {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  period: Period
}

interface RowsProps extends Page {
  /** Ratings of the period, of every kind. */
  total: number
  refused: PeriodForm | null
  /** Too many files are being written already. */
  isBusy: boolean
  asOf: string
}

/** Where an auditor asks for a file of single ratings, and reads what that means first. */
export function RatingRowsPage({ lang, viewer, period, total, refused, isBusy, asOf }: RowsProps) {
  const t = textsIn[lang]
  const n = formatCount(lang, total)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="ratingRows" asked={{ from: period.from, to: period.to }}>
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher
        lang={lang}
        period={period}
        today={dayOf(new Date(asOf))}
        refused={refused}
        path={patterns.ratingRows}
      />
      <h1>{t('exports:rows.title')}</h1>
      <p className="lead">{t('exports:rows.about')}</p>
      <ul className="lead">
        {(['columns', 'hidden', 'recorded', 'kept'] as const).map((note) => (
          <li key={note}>{t(`exports:rows.${note}`)}</li>
        ))}
      </ul>
      {isBusy && <p role="status">{t('exports:rows.busy')}</p>}
      {total === 0 ? (
        <p className="empty">{t('exports:rows.none', { period: writtenPeriod(lang, period) })}</p>
      ) : (
        <form method="post" action={patterns.ratingRows} className="actions">
          <input type="hidden" name="from" value={period.from} />
          <input type="hidden" name="to" value={period.to} />
          <button type="submit" className="main">
            {t('exports:rows.start', { n, period: writtenPeriod(lang, period) })}
          </button>
        </form>
      )}
    </DeskFrame>
  )
}

interface JobProps extends Page {
  job: { id: string; status: 'running' | 'done' | 'failed'; written: number; total: number; bytes: number }
  /** Whether the page reloads by itself while it runs. */
  refreshes: boolean
}

/** How far the file is, and the file once it is there. */
export function RatingRowsJobPage({ lang, viewer, period, job, refreshes }: JobProps) {
  const t = textsIn[lang]
  const n = (value: number) => formatCount(lang, value)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="ratingRows">
      <h1>{t('exports:rows.jobTitle', { period: writtenPeriod(lang, period) })}</h1>
      {job.status === 'running' && (
        <section aria-label={t('exports:rows.progress')}>
          <p>{t('exports:rows.running', { written: n(job.written), total: n(job.total) })}</p>
          <progress
            max={Math.max(1, job.total)}
            value={job.written}
            aria-label={t('exports:rows.progress')}
          />
          {refreshes ? (
            <p className="source">
              {t('exports:rows.refreshes')} <a href="?still=1">{t('exports:rows.still')}</a>
            </p>
          ) : (
            <p>
              <a href={ratingRowsJobPath(job.id)}>{t('exports:rows.again')}</a>
            </p>
          )}
        </section>
      )}
      {job.status === 'failed' && <p className="empty">{t('exports:rows.failed')}</p>}
      {job.status === 'done' && (
        <section aria-label={t('exports:rows.ready')}>
          <p role="status">{t('exports:rows.done', { n: n(job.written) })}</p>
          <p>
            <a className="action" href={ratingRowsFilePath(job.id)} download>
              {t('exports:rows.file', { size: n(Math.ceil(job.bytes / 1024)) })}
            </a>
          </p>
          <p className="source">{t('exports:rows.keptFor')}</p>
        </section>
      )}
      <p>
        <a href={patterns.ratingRows}>{t('exports:rows.back')}</a>
      </p>
    </DeskFrame>
  )
}
