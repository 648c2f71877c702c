import { HTML_LANG, type Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { CaseInside } from './case-desk.ts'
import { CONTACT_FIELDS, type Contact } from './contact.ts'

interface Props {
  lang: Lang
  inside: CaseInside
}

/** The citizen's words; personal data in them is taken out for everybody but the handler. */
export function CaseWords({ lang, inside }: Props) {
  const t = textsIn[lang]
  return (
    <section>
      <h2>{t('caseDesk:words')}</h2>
      <p className="said" lang={inside.lang === lang ? undefined : HTML_LANG[inside.lang]}>
        {inside.words.map((part, at) =>
          'text' in part ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
            <mark key={at}>{t(`caseDesk:hidden.${part.kind}`)}</mark>
          ),
        )}
      </p>
      {inside.masked && <p className="quiet">{t('caseDesk:maskedNote')}</p>}
    </section>
  )
}

/** Masked, until it is asked for in full: that is written to the audit trail. */
export function ContactCard({ lang, inside, contact }: Props & { contact: Contact | null }) {
  const t = textsIn[lang]
  const shown = contact ?? inside.contact
  if (inside.row.contact === 'none') return null
  return (
    <section id="contact">
      <h2>{t('caseDesk:contact')}</h2>
      {shown ? (
        <dl className="case-facts">
          {CONTACT_FIELDS.filter((field) => shown[field]).map((field) => (
            <div key={field}>
              <dt>{t(`cases:form.${field}`)}</dt>
              <dd>{shown[field]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('caseDesk:contactDeleted')}</p>
      )}
      {inside.contact && !contact && (
        <form method="post" className="case-form">
          <input type="hidden" name="intent" value="contact" />
          <button type="submit">{t('caseDesk:showContact')}</button>
          <p className="hint">{t('caseDesk:showContactHint')}</p>
        </form>
      )}
    </section>
  )
}

/** The case's way, every step with who took it. */
export function CaseSteps({ lang, inside }: Props) {
  const t = textsIn[lang]
  return (
    <section>
      <h2>{t('caseDesk:steps')}</h2>
      <ol className="case-steps">
        {inside.steps.map((step) => (
          <li key={step.id}>
            <small>{formatInstantInVietnam(step.at)}</small>
            {t(`caseDesk:step.${step.kind as 'received'}`)}
            {step.to && ` → ${step.to}`}
            {step.staff && <span className="quiet">{` (${step.staff})`}</span>}
            {noteOf(lang, step) && <p className="said">{noteOf(lang, step)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Some notes are words of ours, the rest somebody's. */
function noteOf(lang: Lang, { kind, note }: CaseInside['steps'][number]): string {
  const t = textsIn[lang]
  if (note === '') return ''
  if (kind === 'classified') return t(`caseDesk:category.${note as 'other'}`)
  if (kind === 'escalated') return t(`caseDesk:level.${Number(note) as 1}`)
  if (kind === 'rated') return t(`caseDesk:${note as 'yes'}`)
  if (kind === 'contact_deleted') return t(`caseDesk:deleted.${note as 'asked'}`)
  return note
}
