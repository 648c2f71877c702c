import type { ReactNode } from 'react'
import { HTML_LANG, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'

interface Marks {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface PartProps {
  id: string
  label: string
  hint?: string
  problem?: string | undefined
  /** Draws the field with what names its hint and its error to it. */
  children: (marks: Marks) => ReactNode
}

/** One field of a citizen's form with its label, hint and error. */
export function Part({ id, label, hint, problem, children }: PartProps) {
  const described = [problem && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="part">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-wrong`} className="note wrong">
          {problem}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
    </div>
  )
}

interface TickBoxProps {
  id: string
  checked: boolean
  hint?: string
  problem?: string | undefined
  children: string
}

export function TickBox({ id, checked, hint, problem, children }: TickBoxProps) {
  const described = [problem && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="part">
      {problem && (
        <p id={`${id}-wrong`} className="note wrong">
          {problem}
        </p>
      )}
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          name={id}
          type="checkbox"
          value="yes"
          defaultChecked={checked}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
        />
        {children}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

interface ChooseOfficeProps {
  lang: Lang
  offices: { id: string; name: string }[]
  value: string | undefined
  problem: string | undefined
}

/** Offices have Vietnamese names on every page. */
export function ChooseOffice({ lang, offices, value, problem }: ChooseOfficeProps) {
  const t = textsIn[lang]
  return (
    <Part id="office" label={t('cases:form.office')} problem={problem}>
      {(marks) => (
        <select {...marks} name="office" defaultValue={value ?? ''} required>
          <option value="">{t('cases:form.chooseOffice')}</option>
          {offices.map(({ id, name }) => (
            <option key={id} value={id} lang={lang === 'vi' ? undefined : HTML_LANG.vi}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Part>
  )
}
