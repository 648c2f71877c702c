interface FieldProps {
  name: string
  label: string
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'date'
  autoComplete?: string
  required?: boolean
  /** What helps to fill it in; read with the field. */
  hint?: string | undefined
  /** What is wrong with what was typed; named to the field, so that it is read with it. */
  problem?: string | undefined
}

const describedBy = (name: string, { hint, problem }: Pick<FieldProps, 'hint' | 'problem'>) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined

/** A labelled input with its hint and its error beside it. */
export function Field({
  name,
  label,
  value,
  type = 'text',
  autoComplete,
  required,
  hint,
  problem,
}: FieldProps) {
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Beside name={name} hint={hint} problem={problem} />
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(name, { hint, problem })}
      />
    </div>
  )
}

function Beside({ name, hint, problem }: Pick<FieldProps, 'name' | 'hint' | 'problem'>) {
  return (
    <>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
}

interface ChoiceProps extends Pick<FieldProps, 'name' | 'label' | 'value' | 'required' | 'hint' | 'problem'> {
  options: readonly { id: string; name: string }[]
  /** What stands for having chosen nothing. */
  none?: string
}

/** A labelled list to choose one from. */
export function Choice({ name, label, value, options, none, required, hint, problem }: ChoiceProps) {
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Beside name={name} hint={hint} problem={problem} />
      <select
        id={name}
        name={name}
        defaultValue={value ?? ''}
        required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(name, { hint, problem })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What went wrong, above the form, each leading to its field. */
export function ErrorSummary({
  title,
  problems,
}: {
  title: string
  problems: { name: string; text: string }[]
}) {
  return (
    <div className="error-summary" role="alert">
      <h2>{title}</h2>
      <ul>
        {problems.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
