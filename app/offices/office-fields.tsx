import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type Choice, InputField, SelectField, TickField } from '#app/ui/choices.tsx'
import { problemAt } from './administration-frame.tsx'
import { OFFICE_KINDS } from './office.ts'
import type { ListedOffice } from './office-list.ts'
import { type Refused, shownValue } from './outcome.ts'
import { writtenSpan } from './written-span.ts'

export interface FieldsProps {
  lang: Lang
  refused: Refused | null
  /** What is stored, shown until something else was typed. */
  office?: ListedOffice | undefined
}

/** What tells offices of one name apart: code, and validity where it has an end. */
export function toldApart(lang: Lang, { gsoCode, validFrom, validTo }: ListedOffice): string[] {
  const isAlways = validFrom === FIRST_DAY && validTo === LAST_DAY
  return [gsoCode, isAlways ? '' : writtenSpan(lang, validFrom, validTo)].filter(Boolean)
}

/** Offices to choose from: names are used again for other territory, so code and validity stand beside them. */
export function officeChoices(lang: Lang, offices: readonly ListedOffice[]): Choice[] {
  return offices.map((office) => ({
    value: office.id,
    text: `${'\u00a0\u00a0'.repeat(office.depth)}${[office.name, ...toldApart(lang, office)].join(' · ')}`,
  }))
}

export function NameField({ lang, refused, office }: FieldsProps) {
  return (
    <InputField
      id="name"
      name="name"
      label={textsIn[lang]('offices:field.name')}
      value={shownValue(refused, 'name', office?.name)}
      problem={problemAt(lang, refused, 'name')}
    />
  )
}

export function DayField({
  lang,
  refused,
  name = 'day',
  label,
  hint,
}: FieldsProps & { name?: string; label: string; hint?: string }) {
  return (
    <InputField
      id={name}
      name={name}
      type="date"
      label={label}
      hint={hint}
      value={shownValue(refused, name)}
      problem={problemAt(lang, refused, name)}
    />
  )
}

export function ParentField({
  lang,
  refused,
  parent,
  offices,
}: FieldsProps & { parent: string; offices: readonly ListedOffice[] }) {
  const t = textsIn[lang]
  return (
    <SelectField
      id="parent"
      name="parent"
      label={t('offices:field.parent')}
      value={shownValue(refused, 'parent', parent)}
      choices={[{ value: '', text: t('offices:field.noParent') }, ...officeChoices(lang, offices)]}
      problem={problemAt(lang, refused, 'parent')}
    />
  )
}

/** Kind and code of an office. */
export function KindFields({ lang, refused, office }: FieldsProps) {
  const t = textsIn[lang]
  return (
    <>
      <SelectField
        id="kind"
        name="kind"
        label={t('offices:field.kind')}
        value={shownValue(refused, 'kind', office?.kind ?? 'ward')}
        choices={OFFICE_KINDS.map((kind) => ({ value: kind, text: t(`offices:kind.${kind}`) }))}
        problem={problemAt(lang, refused, 'kind')}
      />
      <InputField
        id="gso_code"
        name="gso_code"
        inputMode="numeric"
        label={t('offices:field.gsoCode')}
        hint={t('offices:field.gsoHint')}
        value={shownValue(refused, 'gso_code', office?.gsoCode)}
        problem={problemAt(lang, refused, 'gso_code')}
      />
    </>
  )
}

export function AuthorityField({ lang, refused, office }: FieldsProps) {
  const checked = refused
    ? shownValue(refused, 'outside_authority') !== ''
    : (office?.outsideAuthority ?? false)
  return (
    <TickField id="outside_authority" name="outside_authority" checked={checked}>
      {textsIn[lang]('offices:field.outsideAuthority')}
    </TickField>
  )
}
