import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import type { Period } from '../../calendar/period.ts'
import { officeFiguresAddress } from '../written-period.ts'
import type { Attention } from './concern.ts'
import { writtenConcern } from './concern-words.ts'

interface Props {
  lang: Lang
  period: Period
  attention: Attention
  nameOf: (officeId: string) => string
}

/** Offices that need attention, in the tree's order, each with its reasons; what is left out is said. */
export function AttentionSection({ lang, period, attention, nameOf }: Props) {
  const t = textsIn[lang]
  const { offices, perhaps, tests } = attention
  const range = { from: period.from, to: period.to }
  return (
    <section className="attention" aria-labelledby="attention">
      <h2 id="attention">{t('desk:attention.title')}</h2>
      {offices.length === 0 ? (
        <p>{t('desk:attention.none')}</p>
      ) : (
        <ul className="concerned">
          {offices.map(({ officeId, concerns }) => (
            <li key={officeId}>
              <a href={officeFiguresAddress(officeId, period)}>
                <Vietnamese lang={lang}>{nameOf(officeId)}</Vietnamese>
              </a>
              <ul>
                {concerns.map((concern) => {
                  const words = writtenConcern(lang, concern)
                  const address = `${patterns.flags}?${new URLSearchParams({ ...range, office: officeId })}`
                  return (
                    <li key={words}>{concern.kind === 'flags' ? <a href={address}>{words}</a> : words}</li>
                  )
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {perhaps.length > 0 && (
        <p className="quiet">{t('desk:attention.perhaps', { offices: perhaps.map(nameOf).join(', ') })}</p>
      )}
      <p className="source">{t('desk:attention.how', { tests: formatCount(lang, tests) })}</p>
    </section>
  )
}
