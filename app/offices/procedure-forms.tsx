import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { fieldId, problemAt } from './administration-frame.tsx'
import { Intent } from './code-forms.tsx'
import { type Refused, shownValue } from './outcome.ts'
import { type ListedProcedure, PROCEDURE_COLUMNS, type ProcedureList } from './procedure.ts'

interface EndProps {
  lang: Lang
  procedure: ListedProcedure
  refused: Refused | null
}

/** Ends one procedure, folded away until it is needed or refused. */
export function EndProcedure({ lang, procedure, refused }: EndProps) {
  const t = textsIn[lang]
  return (
    <details open={refused !== null}>
      <summary>
        {t('offices:procedures.end')}
        <span className="unseen"> {procedure.code}</span>
      </summary>
      <form method="post" action={patterns.procedures}>
        <Intent intent="end" fields={{ procedure: procedure.id }} />
        <InputField
          id={refused ? 'end-day' : `end-day-${procedure.id}`}
          name="day"
          type="date"
          label={t('offices:procedures.endOf', { code: procedure.code })}
          value={shownValue(refused, 'day')}
          problem={problemAt(lang, refused, 'day', 'end')}
        />
        <button type="submit">{t('offices:save')}</button>
      </form>
    </details>
  )
}

interface AddProps {
  lang: Lang
  list: ProcedureList
  refused: Refused | null
}

/** One more procedure, or another validity of one. */
export function AddProcedure({ lang, list, refused }: AddProps) {
  const t = textsIn[lang]
  const field = (name: 'code' | 'name' | 'field' | 'valid_from' | 'valid_to', label: string) => (
    <InputField
      id={fieldId('add', name)}
      name={name}
      type={name.startsWith('valid_') ? 'date' : 'text'}
      label={label}
      {...(name === 'field' ? { list: 'fields' } : {})}
      value={shownValue(refused, name)}
      problem={problemAt(lang, refused, name, 'add')}
    />
  )
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('offices:procedures.add')}</h2>
      <p>{t('offices:procedures.addWhat')}</p>
      <form method="post" action={patterns.procedures} className="form">
        <Intent intent="add" fields={{}} />
        {field('code', t('offices:procedures.code'))}
        {field('name', t('offices:field.name'))}
        {field('field', t('offices:procedures.field'))}
        <datalist id="fields">
          {list.fields.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {field('valid_from', t('offices:field.from'))}
        {field('valid_to', t('offices:field.until'))}
        <button type="submit" className="main">
          {t('offices:procedures.add')}
        </button>
      </form>
    </section>
  )
}

/** A file of procedures, all of it or nothing. */
export function ImportFile({ lang }: { lang: Lang }) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="import">
      <h2 id="import">{t('offices:procedures.import')}</h2>
      <form method="post" action={patterns.procedures} encType="multipart/form-data" className="form">
        <Intent intent="import" fields={{}} />
        <InputField
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          label={t('offices:procedures.file')}
          hint={t('offices:procedures.importWhat', { columns: PROCEDURE_COLUMNS.join(', ') })}
        />
        <button type="submit">{t('offices:procedures.importSubmit')}</button>
      </form>
    </section>
  )
}
