import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'
import { manskiBounds } from '../statistics/who-did-not-answer.ts'
import { HiddenFigure, shareWords, VerdictChip } from './figure-words.tsx'
import { lowestShown } from './monthly-chart.ts'
import type { PlaceFigures } from './overview.ts'
import { ShareWhisker } from './share-whisker.tsx'
import { ON_TIME_PERCENT } from './targets.ts'
import { writtenShare } from './written-share.ts'

interface Props {
  lang: Lang
  figures: PlaceFigures
}

/** The targets at a glance: satisfied, on time, and how many answered, each with what it rests on. */
export function TargetGlance({ lang, figures }: Props) {
  const t = textsIn[lang]
  return (
    <section className="glance" aria-labelledby="glance">
      <h2 id="glance">{t('desk:glance.title')}</h2>
      <div className="tiles">
        <Satisfied lang={lang} figures={figures} />
        <OnTime lang={lang} figures={figures} />
        <Answered lang={lang} figures={figures} />
      </div>
    </section>
  )
}

function Tile({ title, figure, children }: { title: string; figure: ReactNode; children?: ReactNode }) {
  return (
    <div className="tile">
      <h3>{title}</h3>
      <p className="figure">{figure}</p>
      {children}
    </div>
  )
}

function Satisfied({ lang, figures: { ratings, verified } }: Props) {
  const t = textsIn[lang]
  const title = t('desk:glance.satisfied')
  if (ratings.state === 'hidden') return <Tile title={title} figure={<HiddenFigure lang={lang} />} />
  if (ratings.state === 'none') return <Tile title={title} figure={t('desk:glance.none')} />
  const words = shareWords(lang, ratings)
  const sign = ratings.meetsTarget ? '≥' : '<'
  return (
    <Tile title={title} figure={words.share}>
      <p>
        <VerdictChip lang={lang} verdict={ratings.verdict} />
      </p>
      <ShareWhisker figure={ratings} lowest={lowestShown([ratings.lower], SATISFIED_TARGET)} />
      <p>{t('desk:glance.interval', words)}</p>
      <p>{t('staff:sentence.plain', { share: words.share, sign })}</p>
      {verified.state === 'shown' && <p>{t('staff:sentence.verified', shareWords(lang, verified))}</p>}
    </Tile>
  )
}

function OnTime({ lang, figures: { onTime, returned, onTimeMet } }: Props) {
  const t = textsIn[lang]
  const title = t('desk:glance.onTime')
  if (onTimeMet === null) return <Tile title={title} figure={t('staff:sentence.noDossiers')} />
  const [k, n] = [formatCount(lang, onTime), formatCount(lang, returned)]
  return (
    <Tile title={title} figure={writtenShare(lang, onTime, returned, ON_TIME_PERCENT)}>
      <p>
        <VerdictChip lang={lang} verdict={onTimeMet ? 'met' : 'not_met'} />
      </p>
      <p>{t('desk:glance.returned', { onTime: k, n })}</p>
    </Tile>
  )
}

function Answered({ lang, figures: { rated, returned, verified } }: Props) {
  const t = textsIn[lang]
  const title = t('desk:glance.answered')
  if (returned === 0) return <Tile title={title} figure={t('desk:glance.none')} />
  if (rated === null) return <Tile title={title} figure={<HiddenFigure lang={lang} />} />
  const bounds = verified.state === 'shown' && manskiBounds(rated / returned, verified.share)
  return (
    <Tile title={title} figure={percentOf(lang, rated, returned)}>
      <p>{t('desk:glance.rated', { rated: formatCount(lang, rated), n: formatCount(lang, returned) })}</p>
      {bounds && (
        <p>
          {t('desk:glance.bounds', {
            lower: formatPercent(lang, bounds.lower),
            upper: formatPercent(lang, bounds.upper),
          })}
        </p>
      )}
    </Tile>
  )
}
