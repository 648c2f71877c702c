import type { Lang } from '#app/i18n/languages.ts'
import { percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Period } from '../calendar/period.ts'
import { shareWords, VerdictChip } from './figure-words.tsx'
import type { PlaceFigures } from './overview.ts'
import { writtenPeriod } from './written-period.ts'

interface Props {
  lang: Lang
  period: Period
  city: PlaceFigures
}

/** The period in one sentence: share, interval, n, verdict and how many answered. */
export function OverviewSentence({ lang, period, city }: Props) {
  const t = textsIn[lang]
  const { ratings } = city
  const title = `${writtenPeriod(lang, period)}: `
  if (ratings.state !== 'shown') {
    return <h1 className="sentence">{title + t(`staff:sentence.${ratings.state}`)}</h1>
  }
  const words = shareWords(lang, ratings)
  const rate = city.rated === null ? null : percentOf(lang, city.rated, city.returned, 0)
  return (
    <h1 className="sentence">
      {title}
      <strong>{t('staff:sentence.satisfied', words)}</strong> {t('staff:sentence.basis', words)}{' '}
      <span className="dot">·</span> <VerdictChip lang={lang} verdict={ratings.verdict} />{' '}
      {rate && (
        <>
          <span className="dot">·</span> {t('staff:sentence.responseRate', { rate })}
        </>
      )}
    </h1>
  )
}
