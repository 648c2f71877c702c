import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ClosedTable } from '#app/ui/closed-table.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import type { Between, BetweenLine } from './between-offices.ts'
import { HiddenFigure } from './figure-words.tsx'
import { lowestOfTrends, TREND, trendChart, trendShares } from './trend-chart.ts'
import { betweenAddress, officeFiguresAddress, shortMonth } from './written-period.ts'

interface Props {
  lang: Lang
  between: Between
}

/** The table of months of more offices is as long as their pictures: it has an address of its own. */
const MOST_WITH_TABLE = 100

/** Twelve months of each office in small, all on one scale, with the same numbers in a table. */
export function TrendGrid({ lang, between, asTable }: Props & { asTable: boolean }) {
  const isLong = between.lines.length > MOST_WITH_TABLE
  return isLong && asTable ? (
    <MonthsTable lang={lang} between={between} />
  ) : (
    <Pictures lang={lang} between={between} isLong={isLong} />
  )
}

function MonthsTable({ lang, between }: Props) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="trends">
      <h2 id="trends">{t('between:trends.title')}</h2>
      <p>
        <a href={betweenAddress(between.period, false)}>{t('between:trends.pictures')}</a>
      </p>
      <Scrolling label={t('between:trends.table')}>
        <TrendTable lang={lang} between={between} />
      </Scrolling>
    </section>
  )
}

function Pictures({ lang, between, isLong }: Props & { isLong: boolean }) {
  const t = textsIn[lang]
  const { lines, months } = between
  const drawn = lines.filter((each) => each.months.some(({ state }) => state === 'shown'))
  const lowest = lowestOfTrends(
    lines.map((each) => each.months),
    SATISFIED_TARGET,
  )
  return (
    <section aria-labelledby="trends">
      <h2 id="trends">{t('between:trends.title')}</h2>
      <TrendFrame lowest={lowest} />
      <ul className="trends">
        {drawn.map((each) => (
          <li key={each.office.id}>
            <OfficeLink lang={lang} between={between} line={each} />
            <Trend lang={lang} line={each} lowest={lowest} />
          </li>
        ))}
      </ul>
      <p className="source">
        {t('between:trends.source', {
          from: shortMonth(months[0] ?? ''),
          to: shortMonth(months.at(-1) ?? ''),
          lowest: formatPercent(lang, lowest, 0),
        })}{' '}
        {drawn.length < lines.length &&
          t('between:trends.without', { n: formatCount(lang, lines.length - drawn.length) })}
      </p>
      <ClosedTable
        label={t('between:trends.table')}
        address={isLong ? betweenAddress(between.period, true) : null}
      >
        <TrendTable lang={lang} between={between} />
      </ClosedTable>
    </section>
  )
}

export function OfficeLink({ lang, between, line }: Props & { line: BetweenLine }) {
  const { id, name } = line.office
  return (
    <a href={officeFiguresAddress(id, between.period)} lang={lang === 'vi' ? undefined : 'vi'}>
      {name}
    </a>
  )
}

/** Where the frame of all small pictures stands on the page. */
const FRAME = 'trend-frame'

/** Frame and target are the same in hundreds of pictures: drawn once, used by each. */
function TrendFrame({ lowest }: { lowest: number }) {
  const { width, left, right } = TREND
  const y = trendShares(lowest)
  const target = y(SATISFIED_TARGET)
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <g id={FRAME}>
          <rect className="plot" x={left} y={y(1)} width={width - left - right} height={y(lowest) - y(1)} />
          <line className="target" x1={left} x2={width - right} y1={target} y2={target} />
        </g>
      </defs>
    </svg>
  )
}

function Trend({ lang, line, lowest }: { lang: Lang; line: BetweenLine; lowest: number }) {
  const t = textsIn[lang]
  const { width, height, right } = TREND
  const chart = trendChart(line.months, lowest)
  const { last, x, y } = chart
  const share = last && (percentOf(lang, last.satisfied, last.n) ?? '')
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('between:trends.drawn', { share: share ?? '' })}
    >
      <use href={`#${FRAME}`} />
      <path className="line" d={chart.line} />
      {chart.alone.map((point) => (
        <circle key={point.at} className="point" cx={x(point.at)} cy={y(point.share)} r="2" />
      ))}
      {last && (
        <>
          <circle className="point" cx={x(last.at)} cy={y(last.share)} r="3" />
          {last.at === line.months.length - 1 && (
            <text className="last" x={width - right + 6} y={y(last.share)} dy="0.35em">
              {share}
            </text>
          )}
        </>
      )}
    </svg>
  )
}

function TrendTable({ lang, between }: Props) {
  const t = textsIn[lang]
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t('staff:offices.office')}</th>
          {between.months.map((month) => (
            <th scope="col" key={month}>
              {shortMonth(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {between.lines.map(({ office, months }) => (
          <tr key={office.id}>
            <th scope="row" lang={lang === 'vi' ? undefined : 'vi'}>
              {office.name}
            </th>
            {months.map((figure, at) => (
              <td key={between.months[at]}>
                {figure.state === 'shown' && percentOf(lang, figure.satisfied, figure.n)}
                {figure.state === 'hidden' && <HiddenFigure lang={lang} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
