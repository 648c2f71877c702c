import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { missedFall } from '../../statistics/control-chart.ts'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import { CHARTED } from '../control-series.ts'
import { lowestShown } from '../monthly-chart.ts'
import { officeFiguresAddress, officeFiguresCsvAddress } from '../written-period.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { ControlPicture } from './control-picture.tsx'
import type { RefusedChange } from './declared-change.ts'
import { DeclaredChanges } from './declared-changes.tsx'
import { KINDS, type KindFigures } from './kinds.ts'
import { LevelMonths } from './level-months.tsx'
import type { MonthFigure } from './month-figures.ts'
import type { OfficeHead, OfficeTrend } from './office-desk.ts'

interface Props {
  lang: Lang
  head: OfficeHead
  trend: OfficeTrend
  /** null for those who read released counts: they are not divided so. */
  kinds: KindFigures | null
  mayDeclare: boolean
  refusedChange: RefusedChange | null
}

/** How it went over time, and who rated. */
export function TrendView({ lang, head, trend, kinds, mayDeclare, refusedChange }: Props) {
  const { office, period, definition } = head
  return (
    <>
      <Control {...{ lang, head, trend, mayDeclare, refusedChange }} />
      <LevelMonths
        lang={lang}
        officeId={office.id}
        months={trend.months}
        satisfiedLevels={definition.satisfiedLevels}
      />
      <FileLinks lang={lang} csv={officeFiguresCsvAddress(office.id, period, 'thang')} />
      {kinds && <Kinds lang={lang} head={head} kinds={kinds} />}
    </>
  )
}

function Control({ lang, head, trend, mayDeclare, refusedChange }: Omit<Props, 'kinds'>) {
  const t = textsIn[lang]
  const { office, period } = head
  const { months, changes } = trend
  const hasCentre = months.some(({ control }) => control.satisfied?.centre != null)
  return (
    <section aria-labelledby="control">
      <h2 id="control">{t('desk:control.title.all')}</h2>
      {!hasCentre && <p>{t('desk:control.short', { months: formatCount(lang, ratedMonths(months)) })}</p>}
      {CHARTED.map((measure) => (
        <ControlPicture key={measure} {...{ lang, measure, months, changes }} officeId={office.id} />
      ))}
      <p>{t('desk:control.how')}</p>
      <Blindness lang={lang} months={months} />
      <DeclaredChanges
        {...{ lang, changes, mayDeclare }}
        refused={refusedChange}
        action={officeFiguresAddress(office.id, period)}
      />
    </section>
  )
}

const ratedMonths = (months: MonthFigure[]) => months.filter(({ ratings }) => ratings.state !== 'none').length

const FALLEN = 0.9

/** What a chart with so few ratings a month cannot see. */
function Blindness({ lang, months }: { lang: Lang; months: MonthFigure[] }) {
  const ns = months.flatMap(({ ratings }) => (ratings.state === 'shown' ? [ratings.n] : []))
  const typical = ns.toSorted((a, b) => a - b)[Math.floor(ns.length / 2)]
  if (!typical) return null
  return (
    <p>
      {textsIn[lang]('desk:control.blind', {
        n: formatCount(lang, typical),
        from: formatPercent(lang, SATISFIED_TARGET, 0),
        to: formatPercent(lang, FALLEN, 0),
        missed: formatPercent(lang, missedFall(typical, SATISFIED_TARGET, FALLEN), 0),
      })}
    </p>
  )
}

function Kinds({ lang, head, kinds }: Pick<Props, 'lang' | 'head'> & { kinds: KindFigures }) {
  const t = textsIn[lang]
  const shown = KINDS.flatMap((kind) => kinds[kind]).flatMap(({ figure }) =>
    figure.state === 'shown' ? [figure.share] : [],
  )
  const lowest = lowestShown(shown, SATISFIED_TARGET)
  return (
    <section className="breakdowns" aria-labelledby="kinds">
      <h2 id="kinds">{t('desk:kinds.title')}</h2>
      {KINDS.map((kind) => (
        <div key={kind}>
          <Scrolling label={t(`desk:kinds.of.${kind}`)}>
            <BreakdownTable
              lang={lang}
              title={t(`desk:kinds.of.${kind}`)}
              lowest={lowest}
              lines={kinds[kind].map((line) => ({
                ...line,
                name: (
                  <>
                    {t(`desk:kinds.value.${line.id}`)}
                    {!line.inHeadline && <small>{t('desk:kinds.apart')}</small>}
                  </>
                ),
              }))}
            />
          </Scrolling>
        </div>
      ))}
      <p className="source">
        {t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })} {t('desk:breakdown.how')}
      </p>
      <FileLinks lang={lang} csv={officeFiguresCsvAddress(head.office.id, head.period, 'loai')} />
    </section>
  )
}
