import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatInstantInVietnam, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { dayOf } from '../calendar/day.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import type { Between } from './between-offices.ts'
import { BetweenTable, shownSharesOf } from './between-table.tsx'
import { HIDDEN_NOTE } from './figure-words.tsx'
import { funnelPoints } from './funnel-chart.ts'
import { FunnelPlot } from './funnel-plot.tsx'
import { lowestShown } from './monthly-chart.ts'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import { TrendGrid } from './trend-grid.tsx'
import { betweenCsvAddress, MONTHS_TABLE, writtenPeriod } from './written-period.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  between: Between
  refused: PeriodForm | null
  /** Whether the months of hundreds of offices are asked for as a table. */
  asTable?: boolean
  /** When the figures were read. */
  asOf: string
}

/** Offices against the target and their own past, none of them ranked. */
export function BetweenPage({ lang, viewer, between, refused, asTable = false, asOf }: Props) {
  const t = textsIn[lang]
  const { period } = between
  const kept: Record<string, string> = asTable ? MONTHS_TABLE : {}
  return (
    <DeskFrame
      place="between"
      lang={lang}
      viewer={viewer}
      asked={{ from: period.from, to: period.to, ...kept }}
    >
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher
        lang={lang}
        period={period}
        today={dayOf(new Date(asOf))}
        refused={refused}
        path={patterns.between}
        kept={kept}
      />
      <h1 className="sentence">{sentenceOf(lang, between)}</h1>
      {between.isUnfinished && (
        <p className="quiet">{t('staff:sentence.unfinished', { at: formatInstantInVietnam(asOf) })}</p>
      )}
      <Funnel lang={lang} between={between} />
      {between.lines.length > 0 && <TrendGrid {...{ lang, between, asTable }} />}
      <Notes lang={lang} between={between} asOf={asOf} />
    </DeskFrame>
  )
}

/** How many are compared, how many stand out for sure on either side, how many cannot be shown. */
function sentenceOf(lang: Lang, { period, lines }: Between): string {
  const t = textsIn[lang]
  const compared = lines.flatMap((line) => line.compared ?? [])
  const count = (n: number) => formatCount(lang, n)
  const side = (which: 'below' | 'above') => count(compared.filter(({ differs }) => differs === which).length)
  const title = `${writtenPeriod(lang, period)}: `
  if (compared.length === 0) return title + t('between:sentence.none')
  const hidden = lines.filter(({ ratings }) => ratings.state === 'hidden').length
  const words = { n: count(compared.length), below: side('below'), above: side('above') }
  const rest = hidden > 0 ? ` ${t('between:sentence.hidden', { n: count(hidden) })}` : ''
  return title + t('between:sentence.compared', words) + rest
}

function Funnel({ lang, between }: { lang: Lang; between: Between }) {
  const t = textsIn[lang]
  const points = funnelPoints(between.lines)
  if (between.lines.length === 0) return <p className="empty">{t('staff:offices.empty')}</p>
  const lowest = lowestShown(shownSharesOf(between), SATISFIED_TARGET)
  const n = points.reduce((sum, { ratings }) => sum + ratings.n, 0)
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">{t('between:funnel.title')}</h2>
      {points.length > 0 && <FunnelPlot lang={lang} period={between.period} points={points} />}
      <p className="source">{t('between:funnel.source', { n: formatCount(lang, n) })}</p>
      <BetweenTable lang={lang} between={between} lowest={lowest} />
      <p className="source">{t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })}</p>
      <FileLinks lang={lang} csv={betweenCsvAddress(between.period)} />
    </section>
  )
}

function Notes({ lang, between, asOf }: { lang: Lang; between: Between; asOf: string }) {
  const t = textsIn[lang]
  const { version, minimumN: k } = between.definition
  const notes = ['limits', 'marks', 'order', 'parents', 'trends'] as const
  return (
    <section className="notes" aria-labelledby="notes">
      <h2 id="notes">{t('staff:notes.title')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{t(`between:notes.${note}`)}</li>
        ))}
        <li>{t('between:notes.definition', { version })}</li>
        <li id={HIDDEN_NOTE} tabIndex={-1}>
          {t('staff:notes.hidden', { k })} {t('between:notes.hidden')}
        </li>
        <li>{t('staff:notes.sample')}</li>
        <li>{t('staff:notes.at', { at: formatInstantInVietnam(asOf) })}</li>
      </ul>
    </section>
  )
}
