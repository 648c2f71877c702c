import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { shareWords, VerdictChip } from '../reports/figure-words.tsx'
import type { PublishedLine } from './publication.ts'

interface Props {
  lang: Lang
  line: PublishedLine
  k: number
}

/** The month's four figures, large. */
export function LineFigures({ lang, line, k }: Props) {
  const t = textsIn[lang]
  const { ratings, returned, onTime, rated, petitions } = line
  const hidden = t('publication:hidden', { k })
  return (
    <dl className="figures">
      <Figure name={t('publication:figures.share')}>
        {ratings.state === 'shown' ? (
          <>
            <strong>{shareWords(lang, ratings).share}</strong>
            <VerdictChip lang={lang} verdict={ratings.verdict} />
            <small>{t('publication:figures.basis', shareWords(lang, ratings))}</small>
          </>
        ) : (
          <small>{ratings.state === 'hidden' ? hidden : t('publication:figures.none')}</small>
        )}
      </Figure>
      <Figure name={t('publication:figures.onTime')}>
        <Part lang={lang} of={onTime} whole={returned} hidden={hidden} />
      </Figure>
      <Figure name={t('publication:figures.rated')}>
        <Part lang={lang} of={rated} whole={returned} hidden={hidden} />
      </Figure>
      <Figure name={t('publication:figures.petitions')}>
        {petitions ? (
          <>
            <strong>{formatCount(lang, petitions.received)}</strong>
            <small>
              {t('publication:figures.answered', {
                answered: formatCount(lang, petitions.answered),
                onTime: formatCount(lang, petitions.onTime),
              })}
            </small>
          </>
        ) : (
          <small>{hidden}</small>
        )}
      </Figure>
    </dl>
  )
}

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

interface PartProps {
  lang: Lang
  of: number | null
  whole: number | null
  hidden: string
}

/** A share of a full count, with what it is a share of. */
function Part({ lang, of, whole, hidden }: PartProps) {
  const t = textsIn[lang]
  if (of === null || whole === null) return <small>{hidden}</small>
  const share = percentOf(lang, of, whole)
  if (share === null) return <small>{t('publication:figures.noDossiers')}</small>
  return (
    <>
      <strong>{share}</strong>
      <small>
        {t('publication:figures.part', { of: formatCount(lang, of), whole: formatCount(lang, whole) })}
      </small>
    </>
  )
}
