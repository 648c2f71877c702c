import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Period } from '../calendar/period.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import { shareWords } from './figure-words.tsx'
import { FUNNEL_SHAPES, type FunnelPoint, type FunnelShape, funnelChart, MARK } from './funnel-chart.ts'
import { officeFiguresAddress } from './written-period.ts'

interface Props {
  lang: Lang
  period: Period
  points: FunnelPoint[]
}

/**
 * Offices against how many ratings they have, drawn for a desk and for a phone. Points lead to their office with a
 * pointer; by keyboard the table below does, since points may lie on each other.
 */
export function FunnelPlot(props: Props) {
  return (
    <>
      <Plot {...props} shape="wide" />
      <Plot {...props} shape="narrow" />
    </>
  )
}

function Plot({ lang, period, points, shape }: Props & { shape: FunnelShape }) {
  const t = textsIn[lang]
  const ids = [`funnel-${shape}-title`, `funnel-${shape}-text`] as const
  const { width, height, left, right, top, bottom } = FUNNEL_SHAPES[shape]
  const chart = funnelChart(points, shape, SATISFIED_TARGET)
  const marked = points.filter(({ compared }) => compared.differs).length
  const clip = `funnel-${shape}-clip`
  return (
    <svg
      className={`chart funnel ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      aria-labelledby={ids[0]}
      aria-describedby={ids[1]}
    >
      <title id={ids[0]}>{t('between:funnel.title')}</title>
      <desc id={ids[1]}>
        {t('between:funnel.drawn', {
          n: formatCount(lang, points.length),
          marked: formatCount(lang, marked),
        })}
      </desc>
      <clipPath id={clip}>
        <rect x={left} y={top} width={width - left - right} height={height - top - bottom} />
      </clipPath>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of marks takes no focus */}
      <g aria-hidden="true">
        <Axes lang={lang} shape={shape} chart={chart} />
        <g clipPath={`url(#${clip})`}>
          {chart.paths.outer.map((d) => (
            <path key={d} className="limit outer" d={d} />
          ))}
          {chart.paths.inner.map((d) => (
            <path key={d} className="limit inner" d={d} />
          ))}
        </g>
        <LineWords lang={lang} shape={shape} chart={chart} />
      </g>
      {points.map((point) => (
        <Point key={point.id} lang={lang} period={period} point={point} chart={chart} shape={shape} />
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of words takes no focus */}
      <g aria-hidden="true">
        {chart.names.map(({ id, name, x, y, at, anchor, isApart }) => (
          <g key={id}>
            {isApart && <line className="leader" x1={x} y1={y} x2={at.x} y2={at.y} />}
            <text className="name" x={at.x} y={at.y} dy="0.35em" textAnchor={anchor}>
              {name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}

type Chart = ReturnType<typeof funnelChart>

function Axes({
  lang,
  shape,
  chart: { x, y, xTicks, yTicks },
}: {
  lang: Lang
  shape: FunnelShape
  chart: Chart
}) {
  const { width, height, left, right, bottom } = FUNNEL_SHAPES[shape]
  return (
    <>
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {formatPercent(lang, tick, 0)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className="axis" x={x(tick)} y={height - bottom + 18} textAnchor="middle">
          {formatCount(lang, tick)}
        </text>
      ))}
      <text className="axis" x={(left + width - right) / 2} y={height - 8} textAnchor="middle">
        {textsIn[lang]('between:funnel.axis')}
      </text>
    </>
  )
}

/** The target and what each pair of limits is, at the end of its line where there is room. */
function LineWords({ lang, shape, chart: { y, limits } }: { lang: Lang; shape: FunnelShape; chart: Chart }) {
  const t = textsIn[lang]
  const { width, left, right, top } = FUNNEL_SHAPES[shape]
  const target = y(SATISFIED_TARGET)
  const last = limits.at(-1)
  const below = Math.max(target + 15, y(last?.inner.lower ?? 0))
  const words = [
    { key: 'target', at: target, text: t('between:funnel.target'), from: shape === 'wide' },
    { key: 'inner', at: below, text: formatPercent(lang, 0.95, 0), from: true },
    {
      ...{ key: 'outer', text: formatPercent(lang, 0.998), from: true },
      at: Math.max(below + 15, y(last?.outer.lower ?? 0)),
    },
  ]
  return (
    <>
      <line className="target" x1={left} x2={width - right} y1={target} y2={target} />
      {words
        .filter(({ from }) => from)
        .map(({ key, at, text }) => (
          <text key={key} className={`axis ${key}-word`} x={width - right + 6} y={at} dy="0.35em">
            {text}
          </text>
        ))}
      {shape === 'narrow' && (
        <text className="target-word" x={width - right} y={top - 20} textAnchor="end">
          {t('between:funnel.targetLine')}
        </text>
      )}
    </>
  )
}

interface PointProps {
  lang: Lang
  period: Period
  point: FunnelPoint
  chart: Chart
  shape: FunnelShape
}

/** A round point among the limits; one that is marked is a triangle that points away from the target. */
function Point({ lang, period, point: { id, name, ratings, compared }, chart, shape }: PointProps) {
  const { radius } = FUNNEL_SHAPES[shape]
  const [x, y] = [chart.x(ratings.n), chart.y(ratings.share)]
  const up = compared.differs === 'above' ? -1 : 1
  const corner = radius * MARK
  const { share, n } = shareWords(lang, ratings)
  return (
    <a href={officeFiguresAddress(id, period)} tabIndex={-1}>
      <title>{textsIn[lang]('between:funnel.point', { name, share, n })}</title>
      {compared.differs ? (
        <path
          className={`marked ${compared.differs}`}
          d={`M${x} ${y + up * corner}L${x - corner} ${y - up * corner}H${x + corner}Z`}
        />
      ) : (
        <circle className="unmarked" cx={x} cy={y} r={radius} />
      )}
    </a>
  )
}
