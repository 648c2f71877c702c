import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns, printFilePath, printJobPath } from '../paths.ts'
import { PrintFrame, type PrintFrameProps } from './print-frame.tsx'

interface Props extends PrintFrameProps {
  job: {
    id: string
    status: 'running' | 'done' | 'failed'
    drawn: number
    total: number
    sheets: number
    bytes: number
  }
  /** Whether the page reloads by itself while it runs. */
  refreshes: boolean
  marked: boolean
}

/** How far a PDF is, and when it is there the file and what to do with the paper. */
export function PrintJobPage({ lang, viewer, job, refreshes, marked }: Props) {
  const t = textsIn[lang]
  const n = (value: number) => formatCount(lang, value)
  return (
    <PrintFrame lang={lang} viewer={viewer} title={t('print:job.title')}>
      {job.status === 'running' && (
        <section aria-label={t('print:job.progress')}>
          <p>{t('print:job.running', { drawn: n(job.drawn), total: n(job.total) })}</p>
          <progress max={job.total} value={job.drawn} aria-label={t('print:job.progress')} />
          {refreshes ? (
            <p className="source">
              {t('print:job.refreshes')} <a href="?still=1">{t('print:job.still')}</a>
            </p>
          ) : (
            <p>
              <a href={printJobPath(job.id)}>{t('print:job.again')}</a>
            </p>
          )}
        </section>
      )}
      {job.status === 'failed' && <p className="empty">{t('print:job.failed')}</p>}
      {job.status === 'done' && (
        <>
          <section>
            <p>{t('print:job.done', { total: n(job.total), sheets: n(job.sheets) })}</p>
            <p>
              <a className="action" href={printFilePath(job.id)} download>
                {t('print:job.file', { size: n(Math.ceil(job.bytes / 1024)) })}
              </a>
            </p>
            <p>{t('print:job.actualSize')}</p>
            <p className="source">{t('print:job.kept')}</p>
          </section>
          <section>
            <h2>{t('print:job.hang')}</h2>
            {marked ? (
              <p role="status">{t('print:job.marked')}</p>
            ) : (
              <form method="post" action={printJobPath(job.id)}>
                <p>{t('print:job.hangText')}</p>
                <p className="print-actions">
                  <button type="submit">{t('print:job.mark', { total: n(job.total) })}</button>
                </p>
              </form>
            )}
          </section>
        </>
      )}
      <p className="print-actions">
        <a href={patterns.print}>{t('print:job.back')}</a>
      </p>
    </PrintFrame>
  )
}
