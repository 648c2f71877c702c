import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatDecimal, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { PeriodChange, ShareChange } from './period-change.ts'
import { writtenPeriod } from './written-period.ts'

interface Props {
  lang: Lang
  change: PeriodChange
  isUnfinished: boolean
}

/** What changed since the period before, each share with its interval and whether chance may be all of it. */
export function PeriodChangeSection({ lang, change, isUnfinished }: Props) {
  const t = textsIn[lang]
  const { before, shares, ratings, returned } = change
  return (
    <section className="change" aria-labelledby="change">
      <h2 id="change">{t('desk:change.title', { before: writtenPeriod(lang, before) })}</h2>
      {shares.length === 0 ? (
        <p>{t('desk:change.none')}</p>
      ) : (
        <ul>
          {shares.map((share) => (
            <ChangedLine key={share.measure} lang={lang} change={share} />
          ))}
        </ul>
      )}
      {ratings && (
        <p>
          {t('desk:change.ratings', {
            now: formatCount(lang, ratings.now),
            before: formatCount(lang, ratings.before),
            returned: formatCount(lang, returned.now),
            returnedBefore: formatCount(lang, returned.before),
          })}
        </p>
      )}
      {isUnfinished && <p className="quiet">{t('desk:change.unfinished')}</p>}
    </section>
  )
}

function ChangedLine({ lang, change }: { lang: Lang; change: ShareChange }) {
  const t = textsIn[lang]
  const { measure, now, before, difference, isMoreThanChance } = change
  const { difference: by, lower, upper } = difference
  const text = by === 0 ? 'shareSame' : by > 0 ? 'share' : 'shareDown'
  const points = (value: number) => formatDecimal(lang, value * 100, 1)
  const said = t(`desk:change.${text}`, {
    what: t(`desk:change.of.${measure}`),
    direction: t(by < 0 ? 'desk:change.down' : 'desk:change.up'),
    points: points(Math.abs(by)),
    before: percentOf(lang, before.k, before.n) ?? '',
    beforeN: formatCount(lang, before.n),
    now: percentOf(lang, now.k, now.n) ?? '',
    nowN: formatCount(lang, now.n),
  })
  const interval = t('desk:change.interval', { lower: points(lower), upper: points(upper) })
  return (
    <li>
      {said}:{' '}
      <strong>{t(isMoreThanChance ? 'desk:change.moreThanChance' : 'desk:change.maybeChance')}</strong>{' '}
      <span className="quiet">({interval})</span>
    </li>
  )
}
