import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { countersPath } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { CodeForms, Intent } from './code-forms.tsx'
import type { ShownCounter } from './counter-view.ts'
import { type Refused, shownValue } from './outcome.ts'

interface Props {
  lang: Lang
  officeId: string
  counter: ShownCounter
  /** The form about this counter that was refused. */
  refused: Refused | null
}

/** Rename, close, codes: one counter's forms, folded away until they are needed or refused. */
export function CounterChanges({ lang, officeId, counter, refused }: Props) {
  const t = textsIn[lang]
  const forms = { lang, officeId, counter, refused }
  return (
    <details className="counter-changes" open={refused !== null}>
      <summary>{t('offices:counters.changeOf', { counter: counter.name })}</summary>
      <OneField
        {...forms}
        intent="rename"
        field="name"
        label={t('offices:counters.nameOf', { counter: counter.name })}
        stored={counter.name}
      />
      <OneField
        {...forms}
        intent="close"
        field="day"
        label={t('offices:counters.dayOf', { counter: counter.name })}
        hint={t('offices:counters.closeWhat')}
      />
      {counter.codes.length === 0 && (
        <form method="post" action={countersPath(officeId)}>
          <Intent intent="issue" fields={{ counter: counter.id }} />
          <button type="submit">{t('offices:counters.issue')}</button>
        </form>
      )}
      {counter.codes.map((code) => (
        <CodeForms key={code.id} lang={lang} officeId={officeId} code={code} />
      ))}
    </details>
  )
}

interface OneFieldProps extends Props {
  intent: 'rename' | 'close'
  field: 'name' | 'day'
  label: string
  hint?: string
  stored?: string
}

function OneField({
  lang,
  officeId,
  counter,
  refused,
  intent,
  field,
  label,
  hint,
  stored = '',
}: OneFieldProps) {
  const t = textsIn[lang]
  const mine = refused?.intent === intent ? refused : null
  const problem = mine?.problems[field]
  return (
    <form method="post" action={countersPath(officeId)} className="in-a-row">
      <Intent intent={intent} fields={{ counter: counter.id }} />
      <InputField
        // Where the error summary leads: only one form of a page is refused at a time.
        id={mine ? `${intent}-${field}` : `${intent}-${field}-${counter.id}`}
        name={field}
        type={field === 'day' ? 'date' : 'text'}
        label={label}
        hint={hint}
        value={shownValue(mine, field, stored)}
        problem={problem && t(`offices:problem.${problem}`)}
      />
      <button type="submit">{t(`offices:counters.${intent}`)}</button>
    </form>
  )
}
