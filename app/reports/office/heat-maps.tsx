import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { HiddenFigure } from '../figure-words.tsx'
import { officeFiguresCsvAddress } from '../written-period.ts'
import { type HeatMeasure, heatShape } from './heat-shape.ts'
import { type HourFigures, WEEKDAYS } from './hours.ts'
import type { OfficeHead } from './office-desk.ts'

interface Props {
  lang: Lang
  head: OfficeHead
  figures: HourFigures
}

const MEASURES: readonly HeatMeasure[] = ['ratings', 'returned']

/** When people rate beside when dossiers are returned: two maps of one shape, each with its table. */
export function HeatMaps({ lang, head, figures }: Props) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t('desk:hours.title')}</h2>
      <p>{t(figures.unit === 'half' ? 'desk:hours.half' : 'desk:hours.about')}</p>
      {figures.cells.length === 0 ? (
        <p>{t('desk:hours.none')}</p>
      ) : (
        <div className="heat-maps">
          {MEASURES.map((measure) => (
            <HeatMap key={measure} {...{ lang, figures, measure }} />
          ))}
        </div>
      )}
      <FileLinks lang={lang} csv={officeFiguresCsvAddress(head.office.id, head.period, 'gio')} />
    </section>
  )
}

/** How a stretch is called: "08:00", "Sáng". */
export function stretchWord(lang: Lang, unit: HourFigures['unit'], from: number): string {
  if (unit === 'half') return textsIn[lang](from === 0 ? 'desk:hours.morning' : 'desk:hours.afternoon')
  return `${String(from).padStart(2, '0')}:00`
}

type MapProps = Pick<Props, 'lang' | 'figures'> & { measure: HeatMeasure }

function HeatMap({ lang, figures, measure }: MapProps) {
  const t = textsIn[lang]
  const { width, height, left, top, cells, cellWidth, cellHeight, x, y } = heatShape(figures, measure)
  const sum = cells.reduce((total, { n }) => total + (n ?? 0), 0)
  const busiest = cells.reduce((most, cell) => ((cell.n ?? 0) > (most?.n ?? 0) ? cell : most), cells[0])
  const ids = [`heat-${measure}-title`, `heat-${measure}-text`] as const
  return (
    <figure className="heat">
      <figcaption>
        <h3>{t(`desk:hours.of.${measure}`)}</h3>
      </figcaption>
      <svg className="heat-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={ids.join(' ')}>
        <title id={ids[0]}>{t(`desk:hours.of.${measure}`)}</title>
        <desc id={ids[1]}>
          {busiest &&
            t('desk:hours.drawn', {
              weekday: t(`desk:hours.weekday.${busiest.weekday as 1}`),
              from: stretchWord(lang, figures.unit, busiest.from),
              n: formatCount(lang, busiest.n ?? 0),
            })}
        </desc>
        {WEEKDAYS.map((weekday) => (
          <text
            key={weekday}
            className="axis"
            x={(x(weekday) ?? 0) + cellWidth / 2}
            y={top - 8}
            textAnchor="middle"
          >
            {t(`desk:hours.short.${weekday}`)}
          </text>
        ))}
        {figures.rows.map((from) => (
          <text
            key={from}
            className="axis"
            x={left - 6}
            y={(y(from) ?? 0) + cellHeight / 2}
            dy="0.35em"
            textAnchor="end"
          >
            {stretchWord(lang, figures.unit, from)}
          </text>
        ))}
        {cells.map(({ weekday, from, n, shade, ...at }) => (
          <g key={`${weekday} ${from}`} className={`shade-${shade}`}>
            <rect x={at.x} y={at.y} width={cellWidth} height={cellHeight} />
            <text x={at.x + cellWidth / 2} y={at.y + cellHeight / 2} dy="0.35em" textAnchor="middle">
              {n === null ? '–' : n === 0 ? '' : formatCount(lang, n)}
            </text>
          </g>
        ))}
      </svg>
      <p className="source">{t(`desk:hours.source.${measure}`, { n: formatCount(lang, sum) })}</p>
      <details>
        <summary>{t('desk:hours.table')}</summary>
        <Scrolling label={`${t('desk:hours.table')}: ${t(`desk:hours.of.${measure}`)}`}>
          <HeatTable {...{ lang, figures, measure }} />
        </Scrolling>
      </details>
    </figure>
  )
}

function HeatTable({ lang, figures, measure }: MapProps) {
  const t = textsIn[lang]
  const { cells } = heatShape(figures, measure)
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t('desk:hours.stretch')}</th>
          {WEEKDAYS.map((weekday) => (
            <th scope="col" key={weekday}>
              {t(`desk:hours.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.rows.map((row) => (
          <tr key={row}>
            <th scope="row">{stretchWord(lang, figures.unit, row)}</th>
            {cells
              .filter(({ from }) => from === row)
              .map(({ weekday, n }) => (
                <td key={weekday}>{n === null ? <HiddenFigure lang={lang} /> : formatCount(lang, n)}</td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
