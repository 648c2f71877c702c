import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatShareRange } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { HiddenFigure, shareWords } from '../figure-words.tsx'
import type { ShareFigure } from '../rating-figure.ts'
import { ShareWhisker } from '../share-whisker.tsx'

export interface ShownLine {
  id: string
  name: ReactNode
  figure: ShareFigure
  differs: boolean | null
  /** A line above others, or below one. */
  depth?: number
  /** Cells between the name and the ratings. */
  cells?: ReactNode[]
}

interface Props {
  lang: Lang
  title: string
  /** Heads of the cells between the name and the ratings. */
  heads?: string[]
  lines: ShownLine[]
  /** Where the scale of the dots begins. */
  lowest: number
}

/** Parts of one sum: n, share with its interval, and whether it differs from the rest by more than chance. */
export function BreakdownTable({ lang, title, heads = [], lines, lowest }: Props) {
  const t = textsIn[lang]
  return (
    <table className="breakdown cards">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {[...heads, t('staff:offices.ratings'), t('staff:offices.share'), t('desk:breakdown.differs')].map(
            (head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className={`depth-${line.depth ?? 0}`}>
              {line.name}
            </th>
            {(line.cells ?? []).map((cell, at) => (
              <td key={heads[at]} className="number" data-label={heads[at]}>
                {cell}
              </td>
            ))}
            <FigureCells lang={lang} line={line} lowest={lowest} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FigureCells({ lang, line, lowest }: { lang: Lang; line: ShownLine; lowest: number }) {
  const t = textsIn[lang]
  const { figure, differs } = line
  if (figure.state !== 'shown') {
    return (
      <>
        <td className="number" data-label={t('staff:offices.ratings')}>
          {figure.state === 'none' ? formatCount(lang, 0) : <HiddenFigure lang={lang} />}
        </td>
        <td />
        <td />
      </>
    )
  }
  return (
    <>
      <td className="number" data-label={t('staff:offices.ratings')}>
        {formatCount(lang, figure.n)}
      </td>
      <td className="whole" data-label={t('staff:offices.share')}>
        <span className="with-whisker">
          <strong>{shareWords(lang, figure).share}</strong>
          <ShareWhisker figure={figure} lowest={lowest} />
          <span>({formatShareRange(lang, figure.lower, figure.upper)})</span>
        </span>
      </td>
      <td className="whole" data-label={t('desk:breakdown.differs')}>
        {differs ? t('desk:breakdown.more') : ''}
      </td>
    </>
  )
}
