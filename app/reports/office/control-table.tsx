import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Charted } from '../control-series.ts'
import { HiddenFigure } from '../figure-words.tsx'
import { officeMonthAddress, writtenMonth } from '../written-period.ts'
import { drawnMonth } from './control-shape.ts'
import type { MonthFigure } from './month-figures.ts'

interface Props {
  lang: Lang
  officeId: string
  measure: Charted
  months: MonthFigure[]
}

/** The numbers of a control chart. */
export function ControlTable({ lang, officeId, measure, months }: Props) {
  const t = textsIn[lang]
  const columns = ['month', 'n', 'k', 'share', 'centre', 'limit', 'upper', 'said'] as const
  return (
    <table className="numbers">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column === 'n' || column === 'k'
                ? t(`desk:control.column.${column}.${measure}`)
                : t(`desk:control.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((figure, at) => (
          <tr key={figure.month}>
            <th scope="row">
              <a href={officeMonthAddress(officeId, figure.month)}>{writtenMonth(lang, figure.month)}</a>
            </th>
            <ControlCells lang={lang} measure={measure} figure={figure} at={at} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ControlCells({
  lang,
  measure,
  figure,
  at,
}: {
  lang: Lang
  measure: Charted
  figure: MonthFigure
  at: number
}) {
  const t = textsIn[lang]
  const point = drawnMonth(measure, figure, at)
  if (!point) {
    const isHidden = measure === 'satisfied' && figure.ratings.state === 'hidden'
    return (
      <>
        <td>{isHidden ? <HiddenFigure lang={lang} /> : formatCount(lang, 0)}</td>
        {[1, 2, 3, 4, 5, 6].map((cell) => (
          <td key={cell} />
        ))}
      </>
    )
  }
  const { k, n, centre, lowest, highest, signal } = point
  return (
    <>
      <td>{formatCount(lang, n)}</td>
      <td>{formatCount(lang, k)}</td>
      <td>{percentOf(lang, k, n)}</td>
      <td>{centre !== null && formatPercent(lang, centre)}</td>
      <td>{lowest !== null && formatPercent(lang, lowest)}</td>
      <td>{highest !== null && formatPercent(lang, highest)}</td>
      <td>{signal && t(`desk:control.signal.${signal}`)}</td>
    </>
  )
}
