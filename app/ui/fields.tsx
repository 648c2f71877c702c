interface FieldProps {
  name: string
  label: string
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'date'
  autoComplete?: string
  required?: boolean
  /** What is wrong with what was typed; named to the field, so that it is read with it. */
  problem?: string | undefined
}

/** A labelled input with its error beside it. */
export function Field({ name, label, value, type = 'text', autoComplete, required, problem }: FieldProps) {
  const problemId = `${name}-problem`
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {problem && (
        <p className="problem" id={problemId}>
          {problem}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
      />
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
