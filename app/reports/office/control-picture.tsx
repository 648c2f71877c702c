import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { Charted } from '../control-series.ts'
import { type ChartShape, SHAPES } from '../monthly-chart.ts'
import { officeMonthAddress, shortMonth, writtenMonth } from '../written-period.ts'
import { controlShape, type DrawnMonth, drawnMonth } from './control-shape.ts'
import { ControlTable } from './control-table.tsx'
import type { MonthFigure } from './month-figures.ts'
import type { DeclaredChange } from './office-desk.ts'

interface Props {
  lang: Lang
  officeId: string
  measure: Charted
  months: MonthFigure[]
  changes: DeclaredChange[]
}

/** One measure's control chart, for a desk and for a phone, with its numbers in a table. */
export function ControlPicture(props: Props) {
  const { lang, measure, months } = props
  const t = textsIn[lang]
  const drawn = months.flatMap((figure, at) => drawnMonth(measure, figure, at) ?? [])
  const n = drawn.reduce((sum, point) => sum + point.n, 0)
  return (
    <figure className="control">
      <figcaption>
        <h3>{t(`desk:control.title.${measure}`)}</h3>
      </figcaption>
      <Chart {...props} shape="wide" />
      <Chart {...props} shape="narrow" />
      <p className="source">{t(`desk:control.source.${measure}`, { n: formatCount(lang, n) })}</p>
      <details>
        <summary>{t('desk:control.table')}</summary>
        <Scrolling label={`${t('desk:control.table')}: ${t(`desk:control.title.${measure}`)}`}>
          <ControlTable {...props} />
        </Scrolling>
      </details>
    </figure>
  )
}

function Chart({ lang, officeId, measure, months, changes, shape }: Props & { shape: ChartShape }) {
  const t = textsIn[lang]
  const { width, height, left, right, top, bottom } = SHAPES[shape]
  const chart = controlShape(measure, months, shape)
  const { x, y, points } = chart
  const every = Math.ceil(months.length / (shape === 'wide' ? 12 : 5))
  const ids = [`control-${measure}-${shape}-title`, `control-${measure}-${shape}-text`] as const
  const last = points.at(-1)
  return (
    <svg
      className={`chart ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      role={shape === 'wide' ? 'group' : 'img'}
      aria-labelledby={ids.join(' ')}
    >
      <title id={ids[0]}>{t(`desk:control.title.${measure}`)}</title>
      <desc id={ids[1]}>{writtenChart(lang, measure, points)}</desc>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {formatPercent(lang, tick, tick * 100 === Math.round(tick * 100) ? 0 : 1)}
          </text>
        </g>
      ))}
      {months.map(({ month }, at) =>
        (months.length - 1 - at) % every === 0 ? (
          <text key={month} className="axis" x={x(at)} y={height - bottom + 20} textAnchor="middle">
            {shortMonth(month)}
          </text>
        ) : null,
      )}
      {changes.map(({ month }) => {
        const at = months.findIndex((each) => each.month === month)
        return at < 0 ? null : (
          <line
            key={month}
            className="declared"
            x1={x(at - 0.5)}
            x2={x(at - 0.5)}
            y1={top}
            y2={height - bottom}
          />
        )
      })}
      <path className="limit" d={chart.lower} />
      <path className="limit" d={chart.upper} />
      <path className="centre" d={chart.centre} />
      <path className="line" d={chart.line} />
      {points.map((point) => (
        <Point
          key={point.month}
          {...{ lang, measure, point }}
          x={x(point.at)}
          y={y(point.share)}
          address={shape === 'wide' ? officeMonthAddress(officeId, point.month) : null}
        />
      ))}
      {last && shape === 'wide' && <LineWords lang={lang} last={last} x={width - right + 6} y={y} />}
    </svg>
  )
}

/** What each line is, at its end. */
function LineWords({
  lang,
  last,
  x,
  y,
}: {
  lang: Lang
  last: DrawnMonth
  x: number
  y: (share: number) => number
}) {
  const t = textsIn[lang]
  const words = [
    { key: 'share', at: last.share, text: percentOf(lang, last.k, last.n) ?? '', className: 'last' },
    ...(last.centre === null ? [] : [{ key: 'centre', at: last.centre, text: t('desk:control.centre') }]),
    ...(last.lowest === null ? [] : [{ key: 'limit', at: last.lowest, text: t('desk:control.limit') }]),
  ]
  const placed: number[] = []
  return words.map(({ key, at, text, className }) => {
    let place = y(at)
    while (placed.some((other) => Math.abs(other - place) < 16)) place += 4
    placed.push(place)
    return (
      <text key={key} className={className ?? 'axis'} x={x} y={place} dy="0.35em">
        {text}
      </text>
    )
  })
}

interface PointProps extends Pick<Props, 'lang' | 'measure'> {
  point: DrawnMonth
  x: number
  y: number
  /** null: points lie closer than a finger is wide; the table leads there. */
  address: string | null
}

function Point({ lang, measure, point, x, y, address }: PointProps) {
  const words = writtenPoint(lang, measure, point)
  const mark = (
    <>
      <circle className="reach" cx={x} cy={y} r="13" />
      {point.signal ? (
        <path className="point signal" d={`M${x} ${y - 7}l7 12h-14z`} />
      ) : (
        <circle className="point" cx={x} cy={y} r="4" />
      )}
      <title>{words}</title>
    </>
  )
  return address ? (
    <a href={address} aria-label={words}>
      {mark}
    </a>
  ) : (
    <g>{mark}</g>
  )
}

function writtenPoint(lang: Lang, measure: Charted, { month, k, n, signal }: DrawnMonth): string {
  const t = textsIn[lang]
  const words = {
    month: writtenMonth(lang, month),
    share: percentOf(lang, k, n) ?? '',
    n: formatCount(lang, n),
  }
  const said = t(`desk:control.point.${measure}`, words)
  return signal ? `${said}; ${t(`desk:control.signal.${signal}`)}` : said
}

function writtenChart(lang: Lang, measure: Charted, points: readonly DrawnMonth[]): string {
  const t = textsIn[lang]
  const last = points.at(-1)
  if (!last) return t('desk:control.none')
  const signals = points.filter(({ signal }) => signal)
  return [
    writtenPoint(lang, measure, last),
    signals.length === 0
      ? t('desk:control.noSignal')
      : t('desk:control.signals', { months: signals.map(({ month }) => shortMonth(month)).join(', ') }),
  ].join('. ')
}
