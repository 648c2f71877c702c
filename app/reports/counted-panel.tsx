import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatShareRange, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { HiddenFigure } from './figure-words.tsx'
import type { PlaceFigures } from './overview.ts'
import { ON_TIME_PERCENT } from './targets.ts'
import { writtenShare } from './written-share.ts'

export interface Fact {
  term: string
  told: ReactNode
}

/** What a number was made from, folded under it: each thing with its word. */
export function CountedPanel({
  lang,
  facts,
  isOpen = false,
}: {
  lang: Lang
  facts: Fact[]
  isOpen?: boolean
}) {
  return (
    <details className="counted" open={isOpen}>
      <summary>{textsIn[lang]('numbers:panel.title')}</summary>
      <dl>
        {facts.map(({ term, told }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

interface ShareCountedProps {
  lang: Lang
  definition: IndexDefinition
  figures: PlaceFigures
  /** Ratings that the definition leaves out; null where they are too few to show, undefined where not asked. */
  leftOut?: number | null
  bounds: { lower: number; upper: number } | null
}

/** How a satisfied share was counted: of the city or of one office. */
export function ShareCounted({ lang, definition, figures, leftOut, bounds }: ShareCountedProps) {
  const t = textsIn[lang]
  const { version, minimumN } = definition
  const trusts = definition.trustClasses.map((trust) => t(`staff:notes.trust.${trust}`)).join(', ')
  const stages = definition.stages.map((stage) => t(`staff:notes.stage.${stage}`)).join(', ')
  const { ratings, rated, returned } = figures
  const count = (n: number) => formatCount(lang, n)
  const rate = rated === null ? null : percentOf(lang, rated, returned)
  const facts: Fact[] = [
    { term: t('numbers:panel.definition'), told: t('staff:notes.definition', { version, trusts, stages }) },
    {
      term: t('numbers:panel.denominator'),
      told:
        ratings.state === 'shown' ? (
          t('numbers:share.denominator', { k: count(ratings.satisfied), n: count(ratings.n) })
        ) : (
          <HiddenFigure lang={lang} k={minimumN} />
        ),
    },
    ...(leftOut === undefined
      ? []
      : [
          {
            term: t('numbers:share.leftOut'),
            told: leftOut === null ? <HiddenFigure lang={lang} k={minimumN} /> : count(leftOut),
          },
        ]),
    { term: t('numbers:panel.setAside'), told: t('numbers:panel.noneSetAside') },
    {
      term: t('numbers:share.responseRate'),
      told: rate
        ? t('numbers:share.rateOf', { rate, rated: count(rated ?? 0), returned: count(returned) })
        : t('numbers:share.noRate'),
    },
    {
      term: t('numbers:share.bounds'),
      told: bounds
        ? t('numbers:share.boundsAre', { range: formatShareRange(lang, bounds.lower, bounds.upper) })
        : t('numbers:share.noBounds'),
    },
  ]
  return <CountedPanel lang={lang} facts={facts} />
}

/** Dossiers on time as the city's plan counts them and as Quyết định 766 does, each with its denominator. */
export function OnTimeTwice({
  lang,
  figures: { onTime, returned },
  received,
}: {
  lang: Lang
  figures: Pick<PlaceFigures, 'onTime' | 'returned'>
  received: { received: number; overdue: number } | null
}) {
  const t = textsIn[lang]
  const count = (n: number) => formatCount(lang, n)
  const plan = writtenShare(lang, onTime, returned, ON_TIME_PERCENT)
  const portal =
    received && writtenShare(lang, received.received - received.overdue, received.received, ON_TIME_PERCENT)
  return (
    <dl className="on-time-twice">
      <div>
        <dt>{t('numbers:onTime.plan')}</dt>
        <dd>
          {plan
            ? t('numbers:onTime.of', { share: plan, k: count(onTime), n: count(returned) })
            : t('numbers:onTime.none')}
        </dd>
      </div>
      <div>
        <dt>{t('numbers:onTime.portal')}</dt>
        <dd>
          {received && portal
            ? t('numbers:onTime.of', {
                share: portal,
                k: count(received.received - received.overdue),
                n: count(received.received),
              })
            : t(received ? 'numbers:onTime.none' : 'numbers:onTime.months')}
        </dd>
      </div>
    </dl>
  )
}
