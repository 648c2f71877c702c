import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, formatShareRange } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import type { Between, BetweenLine, Compared } from './between-offices.ts'
import { HiddenFigure, shareWords } from './figure-words.tsx'
import { OwnTarget } from './own-target.tsx'
import type { ShownRatings } from './rating-figure.ts'
import { ShareScale, ShareWhisker } from './share-whisker.tsx'
import { OfficeLink } from './trend-grid.tsx'

const COLUMNS = ['ratings', 'share', 'limits', 'place'] as const

interface Props {
  lang: Lang
  between: Between
  /** Where the scale of the dots begins. */
  lowest: number
}

/** The numbers of the funnel in the tree's order, never by score. */
export function BetweenTable({ lang, between, lowest }: Props) {
  const t = textsIn[lang]
  return (
    <>
      <ShareScale lowest={lowest} />
      <table className="offices between">
        <thead>
          <tr>
            <th scope="col">{t('staff:offices.office')}</th>
            {COLUMNS.map((column) => (
              <th scope="col" key={column} className={column}>
                {t(`between:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {between.lines.map((line) => (
            <tr key={line.office.id}>
              <th scope="row">
                <OfficeLink lang={lang} between={between} line={line} />
                {line.office.outside && <small>{t('staff:offices.outside')}</small>}
              </th>
              <Cells lang={lang} between={between} line={line} lowest={lowest} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Cells({ lang, between, line, lowest }: Props & { line: BetweenLine }) {
  const t = textsIn[lang]
  const { ratings, compared } = line
  const label = (column: (typeof COLUMNS)[number]) => ({
    className: column,
    'data-label': t(`between:column.${column}`),
  })
  if (ratings.state !== 'shown') {
    return (
      <>
        <td {...label('ratings')}>
          {ratings.state === 'hidden' ? (
            <HiddenFigure lang={lang} k={between.definition.minimumN} />
          ) : (
            formatCount(lang, 0)
          )}
        </td>
        <td {...label('share')} colSpan={COLUMNS.length - 1}>
          {t(ratings.state === 'hidden' ? 'between:notDrawn' : 'staff:offices.noRatings')}
        </td>
      </>
    )
  }
  return (
    <>
      <td {...label('ratings')}>{formatCount(lang, ratings.n)}</td>
      <td {...label('share')}>
        <Share lang={lang} ratings={ratings} lowest={lowest} />
      </td>
      <td {...label('limits')}>
        {compared && (
          <>
            {t('between:limit', {
              percent: formatPercent(lang, 0.95, 0),
              range: limitsOf(lang, compared, 'inner'),
            })}
            <small>
              {t('between:limit', {
                percent: formatPercent(lang, 0.998),
                range: limitsOf(lang, compared, 'outer'),
              })}
            </small>
          </>
        )}
      </td>
      <td {...label('place')}>
        {compared && <Place lang={lang} compared={compared} />}
        <OwnTarget lang={lang} line={line} measure="satisfied" />
      </td>
    </>
  )
}

function Share({ lang, ratings, lowest }: { lang: Lang; ratings: ShownRatings; lowest: number }) {
  const { share, range } = shareWords(lang, ratings)
  return (
    <span className="with-whisker">
      <strong>{share}</strong>
      <ShareWhisker figure={ratings} lowest={lowest} isShared />
      <span>{`(${range})`}</span>
    </span>
  )
}

const limitsOf = (lang: Lang, { limits }: Compared, which: 'inner' | 'outer') =>
  formatShareRange(lang, limits[which].lower, limits[which].upper)

/** Where it lies, and whether it is marked when all are looked at together. */
function Place({ lang, compared: { place, differs } }: { lang: Lang; compared: Compared }) {
  const t = textsIn[lang]
  return (
    <>
      {t(`between:place.${place}`)}
      {differs && (
        <small>
          <span className={`chip ${differs === 'below' ? 'not_met' : 'met'}`}>
            <span aria-hidden="true">{differs === 'below' ? '▼' : '▲'}</span>
            {` ${t(`between:marked.${differs}`)}`}
          </span>
        </small>
      )}
    </>
  )
}

/** Where the scale of the table's dots begins, the same for all. */
export const shownSharesOf = ({ lines }: Between): number[] =>
  lines.flatMap(({ ratings }) => (ratings.state === 'shown' ? [ratings.share] : [SATISFIED_TARGET]))
