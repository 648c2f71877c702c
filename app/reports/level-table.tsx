import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LEVELS } from '../statistics/level-counts.ts'
import { HiddenFigure } from './figure-words.tsx'
import type { OfficeLine } from './overview.ts'

const BEST_FIRST = LEVELS.toReversed()

/** The numbers of the level bars. */
export function LevelTable({ lang, offices }: { lang: Lang; offices: OfficeLine[] }) {
  const t = textsIn[lang]
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t('staff:offices.office')}</th>
          {BEST_FIRST.map((level) => (
            <th scope="col" key={level}>
              {t(`frame:level.${level}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offices.map(({ office, ratings }) => (
          <tr key={office.id}>
            <th scope="row" lang={lang === 'vi' ? undefined : 'vi'}>
              {office.name}
            </th>
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
