import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Period } from '../calendar/period.ts'
import { shareWords, VerdictChip } from './figure-words.tsx'
import type { PlaceFigures } from './overview.ts'
import { ON_TIME_PERCENT } from './targets.ts'
import { writtenPeriod } from './written-period.ts'
import { writtenShare } from './written-share.ts'

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

/** Beside the sentence: on time against 99%, the plain comparison with 95%, the verified ratings alone. */
export function BesideTheSentence({ lang, city }: Omit<Props, 'period'>) {
  const t = textsIn[lang]
  const { ratings, verified, returned, onTime, onTimeMet } = city
  const share = writtenShare(lang, onTime, returned, ON_TIME_PERCENT)
  return (
    <div className="beside">
      {share === null ? (
        <p>{t('staff:sentence.noDossiers')}</p>
      ) : (
        <p>
          {t('staff:sentence.onTime', { share, n: formatCount(lang, returned) })}{' '}
          <VerdictChip lang={lang} verdict={onTimeMet ? 'met' : 'not_met'} />
        </p>
      )}
      {ratings.state === 'shown' && (
        <p>
          {t('staff:sentence.plain', {
            share: shareWords(lang, ratings).share,
            sign: ratings.meetsTarget ? '≥' : '<',
          })}{' '}
          {verified.state === 'shown' && t('staff:sentence.verified', shareWords(lang, verified))}
        </p>
      )}
    </div>
  )
}
