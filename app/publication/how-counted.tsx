import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { PUBLIC_COLUMNS } from './exported-publication.ts'
import type { PublishedMonth } from './publication.ts'

const NOTES = ['share', 'interval', 'sample', 'rollUp'] as const
const OWN_NOTES = ['settled', 'dossiers', 'rated', 'petitions'] as const

/** How every figure of the page is counted, and what a dash means. */
export function HowCounted({ lang, month, k }: { lang: Lang; month: PublishedMonth; k: number }) {
  const t = textsIn[lang]
  const { version, trustClasses, stages } = month.definition
  return (
    <section className="how" aria-labelledby="how">
      <h2 id="how">{t('staff:notes.title')}</h2>
      <ul>
        {NOTES.map((note) => (
          <li key={note}>{t(`staff:notes.${note}`)}</li>
        ))}
        <li>
          {t('staff:notes.definition', {
            version,
            trusts: trustClasses.map((trust) => t(`staff:notes.trust.${trust}`)).join(', '),
            stages: stages.map((stage) => t(`staff:notes.stage.${stage}`)).join(', '),
          })}
        </li>
        {OWN_NOTES.map((note) => (
          <li key={note}>{t(`publication:notes.${note}`)}</li>
        ))}
        <li>{t('staff:notes.hidden', { k })}</li>
      </ul>
    </section>
  )
}

/** What each column of the open data holds. */
export function DataDictionary({ lang }: { lang: Lang }) {
  const t = textsIn[lang]
  return (
    <details>
      <summary>{t('publication:data.dictionary')}</summary>
      <p>{t('publication:data.form')}</p>
      <dl className="dictionary">
        {PUBLIC_COLUMNS.map(([name]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(`publication:dictionary.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
