import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { ClosedTable } from '#app/ui/closed-table.tsx'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { dayOf } from '../calendar/day.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import { AttentionSection } from './attention/attention-section.tsx'
import { LevelKey, LevelPatterns } from './level-bar.tsx'
import { LevelTable } from './level-table.tsx'
import { LineageSwitch } from './lineage-switch.tsx'
import { lowestShown } from './monthly-chart.ts'
import { MonthlyLine } from './monthly-line.tsx'
import { OfficeTable } from './office-table.tsx'
import type { Overview } from './overview.ts'
import type { OverviewDesk } from './overview-desk.ts'
import { OverviewNotes } from './overview-notes.tsx'
import { OverviewSentence } from './overview-sentence.tsx'
import { PeriodChangeSection } from './period-change-section.tsx'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import { ReportProgressSection } from './report-progress-section.tsx'
import { TargetGlance } from './target-glance.tsx'
import { LEVELS_TABLE, overviewCsvAddress, overviewTableAddress } from './written-period.ts'

export interface OverviewPageProps extends OverviewDesk {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  refused: PeriodForm | null
  /** Whether the levels of hundreds of offices are asked for as a table. */
  asLevels?: boolean
  /** When the figures were read. */
  asOf: string
}

/** The first page of a desk: a sentence, the targets, what changed, who needs attention, the offices, how it counted. */
export function OverviewPage({ lang, viewer, refused, asLevels = false, asOf, ...desk }: OverviewPageProps) {
  const t = textsIn[lang]
  const { overview, change, attention, progress } = desk
  const { period, city, months, definition, isUnfinished } = overview
  const kept: Record<string, string> = {
    ...(overview.byLineage ? { lineage: '1' } : {}),
    ...(asLevels ? LEVELS_TABLE : {}),
  }
  const names = new Map(overview.offices.map(({ office }) => [office.id, office.name]))
  const nameOf = (officeId: string) => names.get(officeId) ?? officeId
  return (
    <DeskFrame
      place="overview"
      lang={lang}
      viewer={viewer}
      asked={{ from: period.from, to: period.to, ...kept }}
    >
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher
        {...{ lang, period, refused, kept }}
        today={dayOf(new Date(asOf))}
        path={patterns.overview}
      />
      <OverviewSentence lang={lang} period={period} city={city} />
      {isUnfinished && (
        <p className="quiet">{t('staff:sentence.unfinished', { at: formatInstantInVietnam(asOf) })}</p>
      )}
      <TargetGlance lang={lang} figures={city} />
      <AttentionSection lang={lang} period={period} attention={attention} nameOf={nameOf} />
      <MonthlyLine lang={lang} months={months} />
      <PeriodChangeSection lang={lang} change={change} isUnfinished={isUnfinished} />
      <ReportProgressSection lang={lang} progress={progress} nameOf={nameOf} />
      <LineageSwitch lang={lang} overview={overview} />
      <OfficeFigures {...{ lang, overview, asLevels }} isLinked />
      <OverviewNotes lang={lang} definition={definition} asOf={asOf} />
    </DeskFrame>
  )
}

/** The table of levels of more offices is as long as their figures: it has an address of its own. */
const MOST_WITH_LEVELS = 100

/** The offices in the tree's order, with the levels as a table and the same as files. */
export function OfficeFigures({
  lang,
  overview,
  isLinked = false,
  asLevels = false,
}: {
  lang: Lang
  overview: Overview
  /** Whether each office's own page is open to who reads this. */
  isLinked?: boolean
  /** Whether the levels of hundreds of offices are asked for as a table. */
  asLevels?: boolean
}) {
  const t = textsIn[lang]
  const { period, offices, definition } = overview
  if (offices.length === 0) return <p className="empty">{t('staff:offices.empty')}</p>
  // Released figures are those of one office and what lies below it: never hundreds.
  const isLong = isLinked && offices.length > MOST_WITH_LEVELS
  const tableAddress = overviewTableAddress(period, overview.byLineage, !asLevels)
  if (isLong && asLevels)
    return (
      <section className="office-figures" aria-labelledby="offices">
        <h2 id="offices">{t('staff:offices.levelTable')}</h2>
        <p>
          <a href={tableAddress}>{t('staff:offices.figuresTable')}</a>
        </p>
        <Scrolling label={t('staff:offices.levelTable')}>
          <LevelTable lang={lang} offices={offices} />
        </Scrolling>
      </section>
    )
  const shown = offices.flatMap(({ ratings }) => (ratings.state === 'shown' ? [ratings] : []))
  const lowest = lowestShown(
    shown.map(({ share }) => share),
    SATISFIED_TARGET,
  )
  return (
    <section className="office-figures" aria-labelledby="offices">
      <LevelPatterns />
      <h2 id="offices">{t('staff:offices.title')}</h2>
      <LevelKey lang={lang} ratings={shown} satisfiedLevels={definition.satisfiedLevels} />
      <OfficeTable {...{ lang, period, definition, offices, lowest, isLinked }} />
      <p className="source">{t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })}</p>
      <ClosedTable label={t('staff:offices.levelTable')} address={isLong ? tableAddress : null}>
        <LevelTable lang={lang} offices={offices} />
      </ClosedTable>
      <FileLinks lang={lang} csv={overviewCsvAddress(period, overview.byLineage)} />
    </section>
  )
}
