import type { Viewer } from '../../auth/viewer.ts'
import type { Lang } from '../../i18n/languages.ts'
import { formatCount } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { patterns, reportPath, reportTablePath } from '../../paths.ts'
import { DeskFrame } from '../../ui/desk-frame.tsx'
import { Choice, ErrorSummary } from '../../ui/fields.tsx'
import { MonthlyLine } from '../monthly-line.tsx'
import { CloseSection } from './close-section.tsx'
import { isClosed, type Report } from './report.ts'
import { slugOf } from './report-address.ts'
import { LONGEST_SECTION, type ReportDone, type ReportProblem } from './report-form.ts'
import { ReportTableSection } from './report-table.tsx'
import { linesOf, reportTables } from './report-tables.ts'
import { ReportTextsSection } from './report-texts.tsx'
import { writtenReport } from './written-report.ts'
import { writtenSections } from './written-sections.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  report: Report
  done: ReportDone | null
  problem: { kind: ReportProblem; field: string } | null
  /** Too many reports are being made already. */
  isBusy: boolean
}

/** A report as it will be filed: what it stands on, its sentences, its tables, what people write. */
export function ReportPage({ lang, viewer, report, done, problem, isBusy }: Props) {
  const t = textsIn[lang]
  const { period, scope } = report
  const asked = scopeQuestion(report)
  const here = reportPath(slugOf(period.kind), period.from, asked)
  const written = writtenReport(lang, report)
  const problemText =
    problem && t(`reports:problem.${problem.kind}`, { n: formatCount(lang, LONGEST_SECTION) })
  return (
    <DeskFrame lang={lang} viewer={viewer} place="reports" asked={asked}>
      <nav className="above" aria-label={t('reports:title')}>
        <a href={patterns.reports}>← {t('reports:title')}</a>
      </nav>
      {problem && problemText && (
        <ErrorSummary
          title={t('reports:problem.title')}
          problems={[{ name: problem.field, text: problemText }]}
        />
      )}
      {done && !problem && (
        <p className="done" role="status">
          {t(`reports:done.${done}`)}
        </p>
      )}
      <h1>{written.title}</h1>
      <p className="sentence">
        {written.scope}
        {written.provisional && <strong> · {written.provisional}</strong>}
      </p>
      <Scope lang={lang} report={report} />
      {isBusy && <p role="status">{t('reports:busy')}</p>}
      <form method="post" action={here} className="report-files">
        <button type="submit" name="deed" value="docx" className="main">
          {t('reports:files.word')}
        </button>
        <button type="submit" name="deed" value="xlsx">
          {t('reports:files.xlsx')}
        </button>
        <span className="quiet">
          {t('reports:files.background')} {t('reports:files.print')}
        </span>
      </form>
      <CloseSection
        lang={lang}
        role={viewer.role}
        report={report}
        action={here}
        reasonProblem={problem?.kind === 'reason' ? (problemText ?? undefined) : undefined}
      />
      <section aria-labelledby="results">
        <h2 id="results">{t('reports:measure.satisfied')}</h2>
        {[written.population, ...written.results].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="source">{written.method}</p>
      </section>
      {writtenSections(lang, report).map(({ title, sentences }) => (
        <section key={title}>
          <h2>{title}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      ))}
      {scope.office === '' && <MonthlyLine lang={lang} months={report.overview.months} />}
      {reportTables(lang, report).map((table) => (
        <ReportTableSection
          key={table.id}
          lang={lang}
          table={table}
          csv={reportTablePath(slugOf(period.kind), period.from, table.id, asked)}
        />
      ))}
      <CheckList lang={lang} report={report} />
      <ReportTextsSection
        lang={lang}
        report={report}
        action={here}
        mayWrite={viewer.role === 'city_office'}
        problem={problem?.kind === 'too_long' ? { field: problem.field, text: problemText ?? '' } : null}
      />
    </DeskFrame>
  )
}

/** What the address asks for besides the period. */
export const scopeQuestion = ({ scope }: Pick<Report, 'scope'>): Record<string, string> => ({
  ...(scope.office && { 'don-vi': scope.office }),
  ...(scope.byLineage && { lineage: '1' }),
})

function Scope({ lang, report }: Pick<Props, 'lang' | 'report'>) {
  const t = textsIn[lang]
  const { scope, overview, period } = report
  return (
    <form method="get" action={reportPath(slugOf(period.kind), period.from)} className="in-a-row">
      <Choice
        name="don-vi"
        label={t('reports:scope.label')}
        none={t('reports:scope.city')}
        options={overview.offices.map(({ office }) => ({ id: office.id, name: office.name }))}
        value={scope.office}
      />
      <span className="tick">
        <input type="checkbox" id="lineage" name="lineage" value="1" defaultChecked={scope.byLineage} />
        <label htmlFor="lineage">{t('reports:scope.lineage')}</label>
      </span>
      <button type="submit">{t('reports:scope.show')}</button>
    </form>
  )
}

/** What should be there before it is filed. */
function CheckList({ lang, report }: Pick<Props, 'lang' | 'report'>) {
  const t = textsIn[lang]
  const lines = linesOf(report)
  const { strengths, limits, causes, proposals } = report.texts
  const sure = lines.filter(({ ratings }) => ratings.state === 'shown' && ratings.verdict !== 'undecided')
  const hidden = lines.filter(({ ratings }) => ratings.state === 'hidden')
  const checks = [
    { text: t('reports:checklist.closed'), ok: isClosed(report) },
    {
      text: t('reports:checklist.texts'),
      ok: [strengths, limits, causes, proposals].every((text) => text !== ''),
    },
  ]
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{t('reports:checklist.title')}</h2>
      <ul className="plain">
        {checks.map(({ text, ok }) => (
          <li key={text}>
            {text}:{' '}
            <strong className={ok ? undefined : 'late'}>
              {t(ok ? 'reports:checklist.yes' : 'reports:checklist.no')}
            </strong>
          </li>
        ))}
        <li>
          {t('reports:checklist.enough', {
            n: formatCount(lang, sure.length),
            all: formatCount(lang, lines.length),
          })}
        </li>
        <li>{t('reports:checklist.hidden', { n: formatCount(lang, hidden.length) })}</li>
      </ul>
    </section>
  )
}
