import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Choice, Field } from '#app/ui/fields.tsx'
import type { StaffRefusal } from './staff-answers.ts'

/** The problems of a refused form in words. */
export function staffProblems(lang: Lang, refused: StaffRefusal | null) {
  const t = textsIn[lang]
  return (refused?.problems ?? []).map(({ name, kind }) => {
    if (kind === 'email_taken') return { name, text: t('accounts:staff.emailTaken') }
    if (kind === 'last_administrator') return { name, text: t('accounts:staff.onlyAdministrator') }
    return { name, text: t(`accounts:staff.wrong.${name}`) }
  })
}

interface Props {
  lang: Lang
  roles: readonly { id: string; name: string }[]
  offices: readonly { id: string; name: string }[]
  value: Record<string, string>
  problems: { name: string; text: string }[]
  /** Whether the e-mail is asked for: an account's never changes. */
  email?: boolean
}

/** What somebody is called, does, and belongs to. */
export function PostFields({ lang, roles, offices, value, problems, email }: Props) {
  const t = textsIn[lang]
  const field = (name: 'name' | 'email' | 'role' | 'office') => ({
    name,
    label: t(`accounts:staff.${name}`),
    value: value[name],
    problem: problems.find((problem) => problem.name === name)?.text,
  })
  return (
    <>
      <Field {...field('name')} autoComplete="off" required />
      {email && <Field {...field('email')} type="email" autoComplete="off" required />}
      <Choice {...field('role')} options={roles} none="" required />
      <Choice
        {...field('office')}
        options={offices}
        none={t('accounts:staff.officeNone')}
        hint={t('accounts:staff.officeHint')}
      />
    </>
  )
}
