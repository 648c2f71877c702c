import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { HIDDEN_NOTE } from './figure-words.tsx'

/** How the figures were counted, what they cannot say and what is hidden. */
export function OverviewNotes({
  lang,
  definition,
  asOf,
}: {
  lang: Lang
  definition: IndexDefinition
  asOf: string
}) {
  const t = textsIn[lang]
  const { version, minimumN: k } = definition
  const trusts = definition.trustClasses.map((trust) => t(`staff:notes.trust.${trust}`)).join(', ')
  const stages = definition.stages.map((stage) => t(`staff:notes.stage.${stage}`)).join(', ')
  return (
    <section className="notes" aria-labelledby="notes">
      <h2 id="notes">{t('staff:notes.title')}</h2>
      <ul>
        <li>{t('staff:notes.share')}</li>
        <li>{t('staff:notes.interval')}</li>
        <li>{t('staff:notes.definition', { version, trusts, stages })}</li>
        <li>{t('staff:notes.verified')}</li>
        <li>{t('staff:notes.sample')}</li>
        <li>{t('staff:notes.dossiers')}</li>
        <li id={HIDDEN_NOTE} tabIndex={-1}>
          {t('staff:notes.hidden', { k })}
        </li>
        <li>{t('staff:notes.rollUp')}</li>
        <li>{t('staff:notes.at', { at: formatInstantInVietnam(asOf) })}</li>
      </ul>
    </section>
  )
}
