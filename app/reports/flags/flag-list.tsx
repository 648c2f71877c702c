import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { writtenDay } from '../../calendar/day.ts'
import type { FlagsView } from './flags-view.ts'
import { writtenSign } from './sign-words.ts'

type Props = { lang: Lang } & Pick<FlagsView, 'flags' | 'period' | 'office' | 'isCut'>

/** Each flagged day, newest first, with what it rests on in words. */
export function FlagList({ lang, flags, period, office, isCut }: Props) {
  const t = textsIn[lang]
  const all = `${patterns.flags}?${new URLSearchParams({ from: period.from, to: period.to })}`
  return (
    <section className="attention" aria-labelledby="days">
      <h2 id="days">{t('flags:days.title')}</h2>
      {office && (
        <p>
          <a href={all}>{t('flags:days.all')}</a>
        </p>
      )}
      <ul className="concerned">
        {flags.map(({ day, officeId, office: name, n, signs }) => (
          <li key={`${day} ${officeId}`}>
            <h3>{t('flags:days.one', { day: writtenDay(day), office: name })}</h3>
            {n !== null && <p>{t('flags:days.n', { n: formatCount(lang, n) })}</p>}
            <ul>
              {signs.map((sign) => {
                const words = writtenSign(lang, sign, n === null)
                return <li key={words}>{words}</li>
              })}
            </ul>
          </li>
        ))}
      </ul>
      {isCut && <p>{t('flags:days.more', { n: formatCount(lang, flags.length) })}</p>}
    </section>
  )
}
