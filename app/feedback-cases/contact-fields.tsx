import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { CONTACT_FIELDS } from './contact.ts'
import { Part, TickBox } from './tell-fields.tsx'
import type { TellProblem } from './tell-page.tsx'

interface Props {
  lang: Lang
  days: number
  typed: Record<string, string>
  problems: TellProblem[]
}

const KINDS = {
  name: { type: 'text', autoComplete: 'name', maxLength: 100 },
  phone: { type: 'tel', autoComplete: 'tel', maxLength: 30 },
  email: { type: 'email', autoComplete: 'email', maxLength: 120 },
  address: { type: 'text', autoComplete: 'street-address', maxLength: 200 },
} as const

/** How to reach the citizen, folded away: nobody needs it to be answered. Open where something in it was wrong. */
export function ContactFields({ lang, days, typed, problems }: Props) {
  const t = textsIn[lang]
  const wrong = (field: (typeof CONTACT_FIELDS)[number] | 'consent') =>
    problems.includes(field) ? t(`cases:form.problem.${field}`) : undefined
  const used = [...CONTACT_FIELDS, 'official', 'consent'].some((field) => typed[field])
  const open = used || [...CONTACT_FIELDS, 'consent' as const].some((field) => problems.includes(field))
  return (
    <details open={open || undefined}>
      <summary className="question">{t('cases:form.contact')}</summary>
      <div className="factor">
        <p className="quiet">{t('cases:form.contactHint')}</p>
        <TickBox id="official" checked={typed.official === 'yes'}>
          {t('cases:form.official')}
        </TickBox>
        {CONTACT_FIELDS.map((field) => (
          <Part key={field} id={field} label={t(`cases:form.${field}`)} problem={wrong(field)}>
            {(marks) => <input {...marks} {...KINDS[field]} name={field} defaultValue={typed[field]} />}
          </Part>
        ))}
        <TickBox id="consent" checked={typed.consent === 'yes'} problem={wrong('consent')}>
          {t('cases:form.consent', { days })}
        </TickBox>
      </div>
    </details>
  )
}
