import { scaleBand, scaleLinear } from 'd3-scale'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { LEVELS, type Level } from '../../statistics/level-counts.ts'
import { HiddenFigure } from '../figure-words.tsx'
import { kindWord, LevelKey, LevelPatterns, paintOf } from '../level-bar.tsx'
import { levelSegments } from '../level-segments.ts'
import { type ChartShape, SHAPES } from '../monthly-chart.ts'
import type { ShownRatings } from '../rating-figure.ts'
import { officeMonthAddress, shortMonth, writtenMonth } from '../written-period.ts'
import type { MonthFigure } from './month-figures.ts'

interface Props {
  lang: Lang
  officeId: string
  months: MonthFigure[]
  satisfiedLevels: readonly Level[]
}

const BEST_FIRST = LEVELS.toReversed()

const shownIn = (months: MonthFigure[]) =>
  months.flatMap(({ ratings }) => (ratings.state === 'shown' ? [ratings] : []))

/** How many chose each level month by month, as columns of equal height, and the counts in a table. */
export function LevelMonths(props: Props) {
  const { lang, months, satisfiedLevels } = props
  const t = textsIn[lang]
  const shown = shownIn(months)
  const n = shown.reduce((sum, ratings) => sum + ratings.n, 0)
  return (
    <section aria-labelledby="levels">
      <LevelPatterns />
      <h2 id="levels">{t('desk:levels.title')}</h2>
      <LevelKey lang={lang} ratings={shown} satisfiedLevels={satisfiedLevels} />
      <Chart {...props} shape="wide" />
      <Chart {...props} shape="narrow" />
      <p className="source">{t('desk:levels.source', { n: formatCount(lang, n) })}</p>
      <details>
        <summary>{t('desk:levels.table')}</summary>
        <Scrolling label={t('desk:levels.table')}>
          <MonthTable {...props} />
        </Scrolling>
      </details>
    </section>
  )
}

function Chart({ lang, officeId, months, satisfiedLevels, shape }: Props & { shape: ChartShape }) {
  const t = textsIn[lang]
  const { width, height, left, top, bottom } = SHAPES[shape]
  const x = scaleBand(
    months.map(({ month }) => month),
    [left, width - 12],
  ).padding(0.2)
  const y = scaleLinear([0, 1], [height - bottom, top])
  const every = Math.ceil(months.length / (shape === 'wide' ? 12 : 5))
  const ids = [`levels-${shape}-title`, `levels-${shape}-text`] as const
  const columns = months.map(({ month, ratings }) => (
    <Column
      key={month}
      {...{ lang, ratings, satisfiedLevels, month }}
      x={x(month) ?? 0}
      width={x.bandwidth()}
      y={y}
      address={shape === 'wide' ? officeMonthAddress(officeId, month) : null}
    />
  ))
  return (
    <svg
      className={`chart ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      role={shape === 'wide' ? 'group' : 'img'}
      aria-labelledby={ids.join(' ')}
    >
      <title id={ids[0]}>{t('desk:levels.title')}</title>
      <desc id={ids[1]}>{t('desk:levels.drawn', { months: formatCount(lang, shownIn(months).length) })}</desc>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={width - 12} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {formatPercent(lang, tick, 0)}
          </text>
        </g>
      ))}
      {columns}
      {months.map(({ month }, at) =>
        (months.length - 1 - at) % every === 0 ? (
          <text
            key={month}
            className="axis"
            x={(x(month) ?? 0) + x.bandwidth() / 2}
            y={height - bottom + 20}
            textAnchor="middle"
          >
            {shortMonth(month)}
          </text>
        ) : null,
      )}
    </svg>
  )
}

interface ColumnProps
  extends Pick<Props, 'lang' | 'satisfiedLevels'>,
    Pick<MonthFigure, 'month' | 'ratings'> {
  x: number
  width: number
  y: (share: number) => number
  /** null: a finger is wider than the column; the table leads there. */
  address: string | null
}

function Column({ lang, month, ratings, satisfiedLevels, x, width, y, address }: ColumnProps) {
  if (ratings.state !== 'shown') {
    return (
      <text className="axis" x={x + width / 2} y={y(0) - 8} textAnchor="middle">
        –
      </text>
    )
  }
  const words = writtenLevels(lang, month, ratings, satisfiedLevels)
  let from = 0
  const bars = levelSegments(ratings, satisfiedLevels)
    .toReversed()
    .map(({ kind, n }) => {
      const lower = from
      from += n / ratings.n
      return (
        <rect key={kind} {...paintOf(kind)} x={x} width={width} y={y(from)} height={y(lower) - y(from)} />
      )
    })
  const column = (
    <>
      {bars}
      <title>{words}</title>
    </>
  )
  return address ? (
    <a href={address} aria-label={words}>
      {column}
    </a>
  ) : (
    <g>{column}</g>
  )
}

function writtenLevels(
  lang: Lang,
  month: string,
  ratings: ShownRatings,
  satisfied: readonly Level[],
): string {
  const t = textsIn[lang]
  const words = levelSegments(ratings, satisfied).map(({ kind, n }) =>
    t('staff:offices.barOf', { word: kindWord(lang, kind), n: formatCount(lang, n) }),
  )
  return `${writtenMonth(lang, month)}: ${words.join(', ')}`
}

function MonthTable({ lang, officeId, months }: Props) {
  const t = textsIn[lang]
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t('staff:months.month')}</th>
          <th scope="col">{t('staff:offices.ratings')}</th>
          {BEST_FIRST.map((level) => (
            <th scope="col" key={level}>
              {t(`frame:level.${level}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, ratings }) => (
          <tr key={month}>
            <th scope="row">
              <a href={officeMonthAddress(officeId, month)}>{writtenMonth(lang, month)}</a>
            </th>
            <td>
              {ratings.state === 'hidden' ? (
                <HiddenFigure lang={lang} />
              ) : (
                formatCount(lang, ratings.state === 'shown' ? ratings.n : 0)
              )}
            </td>
            {BEST_FIRST.map((level) => {
              const n =
                ratings.state === 'shown' ? ratings.levels[level] : ratings.state === 'none' ? 0 : null
              return <td key={level}>{n === null ? <HiddenFigure lang={lang} /> : formatCount(lang, n)}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
