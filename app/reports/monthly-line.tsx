import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, formatShareRange } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import { HiddenFigure, shareWords } from './figure-words.tsx'
import { type ChartShape, monthlyChart, SHAPES, shownMonths } from './monthly-chart.ts'
import type { MonthShare } from './monthly-shares.ts'
import { shortMonth, writtenMonth } from './written-period.ts'

interface Props {
  lang: Lang
  months: MonthShare[]
  /** Whose line it is, where it is not the whole city's. */
  title?: string | undefined
}

/** Twelve months of the city against the target, drawn for a desk and for a phone, with the same numbers in a table. */
export function MonthlyLine({ lang, months, title }: Props) {
  const t = textsIn[lang]
  const n = shownMonths(months).reduce((sum, month) => sum + month.n, 0)
  return (
    <section className="months" aria-labelledby="months">
      <h2 id="months">{title ?? t('staff:months.title')}</h2>
      <Chart lang={lang} months={months} title={title} shape="wide" />
      <Chart lang={lang} months={months} title={title} shape="narrow" />
      <p className="source">{t('staff:months.source', { n: formatCount(lang, n) })}</p>
      <details>
        <summary>{t('staff:months.table')}</summary>
        <Scrolling label={t('staff:months.table')}>
          <MonthTable lang={lang} months={months} />
        </Scrolling>
      </details>
    </section>
  )
}

function Chart({ lang, months, title, shape }: Props & { shape: ChartShape }) {
  const t = textsIn[lang]
  const { width, height, left, right, labelEvery, bottom } = SHAPES[shape]
  const chart = monthlyChart(months, shape, SATISFIED_TARGET)
  const { points, x, y } = chart
  const last = points.at(-1)
  const month = writtenMonth(lang, months.at(-1)?.month ?? '')
  const ids = [`months-${shape}-title`, `months-${shape}-text`] as const
  return (
    <svg
      className={`chart ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={ids[0]}
      aria-describedby={ids[1]}
    >
      <title id={ids[0]}>{title ?? t('staff:months.title')}</title>
      <desc id={ids[1]}>
        {last
          ? t('staff:months.drawn', { month, ...shareWords(lang, last) })
          : t('staff:months.drawnNone', { month })}
      </desc>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {formatPercent(lang, tick, 0)}
          </text>
        </g>
      ))}
      {months.map(({ month: each }, at) =>
        (months.length - 1 - at) % labelEvery === 0 ? (
          <text key={each} className="axis" x={x(at)} y={height - bottom + 20} textAnchor="middle">
            {shortMonth(each)}
          </text>
        ) : null,
      )}
      <path className="band" d={chart.band} />
      <line
        className="target"
        x1={left}
        x2={width - right}
        y1={y(SATISFIED_TARGET)}
        y2={y(SATISFIED_TARGET)}
      />
      <path className="line" d={chart.line} />
      {points.map((point) => (
        <g key={point.month}>
          {chart.isAlone(point) && (
            <line
              className="whisker"
              x1={x(point.at)}
              x2={x(point.at)}
              y1={y(point.lower)}
              y2={y(point.upper)}
            />
          )}
          <circle className="point" cx={x(point.at)} cy={y(point.share)} r={shape === 'wide' ? 4 : 3} />
        </g>
      ))}
      <TargetWord shape={shape} y={y(SATISFIED_TARGET)}>
        {t('staff:months.target')}
      </TargetWord>
      {last && shape === 'wide' && (
        <text className="last" x={x(last.at) + 10} y={chart.lastWordY} dy="0.35em">
          {shareWords(lang, last).share}
        </text>
      )}
    </svg>
  )
}

/** Beside its line where there is room, else above the plot with a piece of the line. */
function TargetWord({ shape, y, children }: { shape: ChartShape; y: number; children: string }) {
  const { width, right, top } = SHAPES[shape]
  if (shape === 'wide') {
    return (
      <text className="target-word" x={width - right + 10} y={y} dy="0.35em">
        {children}
      </text>
    )
  }
  const above = top - 8
  return (
    <>
      <line
        className="target"
        x1={width - right - 120}
        x2={width - right - 92}
        y1={above - 4}
        y2={above - 4}
      />
      <text className="target-word" x={width - right} y={above} textAnchor="end">
        {children}
      </text>
    </>
  )
}

function MonthTable({ lang, months }: Props) {
  const t = textsIn[lang]
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t('staff:months.month')}</th>
          <th scope="col">{t('staff:offices.ratings')}</th>
          <th scope="col">{t('staff:offices.share')}</th>
          <th scope="col">{t('staff:months.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, figure }) => (
          <tr key={month}>
            <th scope="row">{writtenMonth(lang, month)}</th>
            {figure.state === 'shown' ? (
              <>
                <td>{formatCount(lang, figure.n)}</td>
                <td>{shareWords(lang, figure).share}</td>
                <td>{formatShareRange(lang, figure.lower, figure.upper)}</td>
              </>
            ) : (
              <>
                <td>{figure.state === 'none' ? formatCount(lang, 0) : <HiddenFigure lang={lang} />}</td>
                <td />
                <td />
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
