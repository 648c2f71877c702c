import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { dayOf } from '../calendar/day.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import { LevelKey, LevelPatterns } from './level-bar.tsx'
import { LevelTable } from './level-table.tsx'
import { LineageSwitch } from './lineage-switch.tsx'
import { lowestShown } from './monthly-chart.ts'
import { MonthlyLine } from './monthly-line.tsx'
import { OfficeTable } from './office-table.tsx'
import type { Overview } from './overview.ts'
import { OverviewNotes } from './overview-notes.tsx'
import { BesideTheSentence, OverviewSentence } from './overview-sentence.tsx'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import { overviewCsvAddress } from './written-period.ts'

export interface OverviewPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  overview: Overview
  refused: PeriodForm | null
  /** When the figures were read. */
  asOf: string
}

/** The first page of a desk: one sentence, the year's line, the offices, how it was counted. */
export function OverviewPage({ lang, viewer, overview, refused, asOf }: OverviewPageProps) {
  const t = textsIn[lang]
  const { period, city, months, definition } = overview
  return (
    <DeskFrame
      place="overview"
      lang={lang}
      viewer={viewer}
      asked={{ from: period.from, to: period.to, ...(overview.byLineage ? { lineage: '1' } : {}) }}
    >
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher lang={lang} period={period} today={dayOf(new Date(asOf))} refused={refused} />
      <OverviewSentence lang={lang} period={period} city={city} />
      <BesideTheSentence lang={lang} city={city} />
      {overview.isUnfinished && (
        <p className="quiet">{t('staff:sentence.unfinished', { at: formatInstantInVietnam(asOf) })}</p>
      )}
      <MonthlyLine lang={lang} months={months} />
      <LineageSwitch lang={lang} overview={overview} />
      <Offices lang={lang} overview={overview} />
      <OverviewNotes lang={lang} definition={definition} asOf={asOf} />
    </DeskFrame>
  )
}

function Offices({ lang, overview }: { lang: Lang; overview: Overview }) {
  const t = textsIn[lang]
  const { period, offices, definition } = overview
  if (offices.length === 0) return <p className="empty">{t('staff:offices.empty')}</p>
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
      <OfficeTable lang={lang} period={period} definition={definition} offices={offices} lowest={lowest} />
      <p className="source">{t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })}</p>
      <details>
        <summary>{t('staff:offices.levelTable')}</summary>
        <Scrolling label={t('staff:offices.levelTable')}>
          <LevelTable lang={lang} offices={offices} />
        </Scrolling>
      </details>
      <FileLinks lang={lang} csv={overviewCsvAddress(period, overview.byLineage)} />
    </section>
  )
}
