import type { ReactNode } from 'react'

interface Labelled {
  /** Of the element; the same field may stand in several forms of a page. */
  id: string
  name: string
  label: string
  hint?: string | undefined
  problem?: string | undefined
}

/** What says the field's hint and its error. */
const describedBy = ({ id, hint, problem }: Labelled) =>
  [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined

function Around({ field, children }: { field: Labelled; children: ReactNode }) {
  const { id, label, hint, problem } = field
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}

type InputProps = Labelled & {
  value?: string | undefined
  type?: 'text' | 'date' | 'time' | 'file'
  required?: boolean
  inputMode?: 'numeric' | 'decimal'
  accept?: string
  /** The id of a list of suggestions. */
  list?: string
}

/** An input that may stand in one of several forms. */
export function InputField({
  value,
  type = 'text',
  required,
  inputMode,
  accept,
  list,
  ...field
}: InputProps) {
  return (
    <Around field={field}>
      <input
        id={field.id}
        name={field.name}
        {...{ type, required, inputMode, accept, list }}
        defaultValue={type === 'file' ? undefined : value}
        autoComplete="off"
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Around>
  )
}

export interface Choice {
  value: string
  text: string
  /** Of the text, where it is not the page's. */
  lang?: string | undefined
}

export function SelectField({
  value,
  choices,
  ...field
}: Labelled & { value?: string | undefined; choices: Choice[] }) {
  return (
    <Around field={field}>
      <select
        id={field.id}
        name={field.name}
        defaultValue={value}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={describedBy(field)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.text}
          </option>
        ))}
      </select>
    </Around>
  )
}

export function TextField({ value, rows = 3, ...field }: Labelled & { value?: string; rows?: number }) {
  return (
    <Around field={field}>
      <textarea
        id={field.id}
        name={field.name}
        rows={rows}
        defaultValue={value}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Around>
  )
}

/** One box to tick, its words to the right of it. */
export function TickField({
  id,
  name,
  value = 'yes',
  checked,
  children,
}: {
  id: string
  name: string
  value?: string
  checked: boolean
  children: ReactNode
}) {
  return (
    <div className="tick">
      <input id={id} name={name} type="checkbox" value={value} defaultChecked={checked} />
      <label htmlFor={id}>{children}</label>
    </div>
  )
}
