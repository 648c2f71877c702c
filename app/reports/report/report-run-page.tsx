import type { Viewer } from '../../auth/viewer.ts'
import type { Lang } from '../../i18n/languages.ts'
import { formatCount } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { reportPath, reportRunFilePath, reportRunPath } from '../../paths.ts'
import { DeskFrame } from '../../ui/desk-frame.tsx'
import type { ClosablePeriod } from '../period-close.ts'
import { slugOf } from './report-address.ts'
import { writtenClosable } from './written-report.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  run: {
    id: string
    kind: 'docx' | 'xlsx'
    period: ClosablePeriod
    office: string
    byLineage: boolean
    scope: string
    step: 'waiting' | 'figures' | 'file'
    status: 'running' | 'done' | 'failed'
    bytes: number
  }
  /** Whether the page reloads by itself while it runs. */
  refreshes: boolean
}

const STEPS = ['waiting', 'figures', 'file'] as const

/** How far a report is, and its file when it is there. */
export function ReportRunPage({ lang, viewer, run, refreshes }: Props) {
  const t = textsIn[lang]
  const { id, period, status, step } = run
  const asked = { ...(run.office && { 'don-vi': run.office }), ...(run.byLineage && { lineage: '1' }) }
  const written = writtenClosable(lang, period)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="reports">
      <nav className="above" aria-label={t('reports:title')}>
        <a href={reportPath(slugOf(period.kind), period.from, asked)}>← {t('reports:run.back')}</a>
      </nav>
      <h1>{t('reports:run.title')}</h1>
      {status === 'running' && (
        <section aria-label={t('reports:run.progress')}>
          <p>{t('reports:run.running', { step: t(`reports:run.step.${step}`) })}</p>
          <progress max={STEPS.length} value={STEPS.indexOf(step)} aria-label={t('reports:run.progress')} />
          {refreshes ? (
            <p className="source">
              {t('reports:run.refreshes')} <a href="?still=1">{t('reports:run.still')}</a>
            </p>
          ) : (
            <p>
              <a href={reportRunPath(id)}>{t('reports:run.again')}</a>
            </p>
          )}
        </section>
      )}
      {status === 'failed' && <p className="empty">{t('reports:run.failed')}</p>}
      {status === 'done' && (
        <section>
          <p role="status">
            {t('reports:run.done', { period: written, scope: run.scope || t('reports:scope.city') })}
          </p>
          <p>
            <a className="action" href={reportRunFilePath(`${id}.${run.kind}`)} download>
              {t('reports:run.file', {
                kind: run.kind === 'docx' ? 'Word' : 'Excel',
                size: formatCount(lang, Math.ceil(run.bytes / 1024)),
              })}
            </a>
          </p>
          <p className="source">{t('reports:run.kept')}</p>
        </section>
      )}
    </DeskFrame>
  )
}
