import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField, SelectField, TextField, TickField } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import {
  type DefinitionField,
  FIELDS,
  LARGEST_MINIMUM,
  LONGEST_REASON,
  LOWEST_SATISFIED,
  type RefusedDefinition,
  SMALLEST_MINIMUM,
  STAGES,
  TRUST_CLASSES,
  type TypedDefinition,
} from './definition-form.ts'
import type { KnownDefinition } from './definition-history.ts'

const BOUNDS = { least: SMALLEST_MINIMUM, most: LARGEST_MINIMUM, letters: LONGEST_REASON }

function problemIn(lang: Lang, refused: RefusedDefinition | null) {
  return (field: DefinitionField) => {
    const problem = refused?.problems[field]
    return problem && textsIn[lang](`definitions:problem.${problem}`, BOUNDS)
  }
}

/** What is wrong with a definition, at the top of the page. */
export function DefinitionProblems({ lang, refused }: { lang: Lang; refused: RefusedDefinition }) {
  const problemOf = problemIn(lang, refused)
  const problems = FIELDS.flatMap((name) => {
    const text = problemOf(name)
    return text ? [{ name, text }] : []
  })
  return <ErrorSummary title={textsIn[lang]('definitions:problemTitle')} problems={problems} />
}

interface FormProps {
  lang: Lang
  inForce: KnownDefinition
  today: string
  refused: RefusedDefinition | null
}

/** What is counted from a day on, begun with what is counted now. */
export function DefinitionForm({ lang, inForce, today, refused }: FormProps) {
  const t = textsIn[lang]
  const problemOf = problemIn(lang, refused)
  const typed = refused?.typed ?? asTyped(inForce, today)
  const field = (name: DefinitionField) => ({ id: name, name, problem: problemOf(name) })
  return (
    <form method="post" action={patterns.indexDefinition} className="form">
      <p>{t('definitions:decide.what')}</p>
      <InputField
        {...field('from')}
        label={t('definitions:decide.from')}
        type="date"
        value={typed.from}
        required
      />
      <Ticks
        {...{ name: 'trust', legend: t('definitions:trust'), problem: problemOf('trust') }}
        choices={TRUST_CLASSES.map((value) => ({ value, text: t(`staff:notes.trust.${value}`) }))}
        ticked={typed.trust}
      />
      <Ticks
        {...{ name: 'stage', legend: t('definitions:stage'), problem: problemOf('stage') }}
        choices={STAGES.map((value) => ({ value, text: t(`staff:notes.stage.${value}`) }))}
        ticked={typed.stage}
      />
      <SelectField
        {...field('satisfied')}
        label={t('definitions:satisfied')}
        value={typed.satisfied}
        choices={LOWEST_SATISFIED.map((level) => ({
          value: String(level),
          text: t('definitions:fromLevel', { level }),
        }))}
      />
      <InputField
        {...field('minimum')}
        label={t('definitions:minimum')}
        hint={t('definitions:decide.minimum', BOUNDS)}
        value={typed.minimum}
        inputMode="numeric"
        required
      />
      <TextField {...field('reason')} label={t('definitions:decide.reason')} value={typed.reason} rows={3} />
      <button type="submit">{t('definitions:decide.submit')}</button>
    </form>
  )
}

interface TicksProps {
  name: 'trust' | 'stage'
  legend: string
  problem: string | undefined
  choices: { value: string; text: string }[]
  ticked: readonly string[]
}

function Ticks({ name, legend, problem, choices, ticked }: TicksProps) {
  return (
    <fieldset
      id={name}
      className={problem ? 'wrong' : undefined}
      aria-describedby={problem && `${name}-problem`}
    >
      <legend>{legend}</legend>
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {choices.map(({ value, text }) => (
        <TickField key={value} {...{ id: `${name}-${value}`, name, value }} checked={ticked.includes(value)}>
          {text}
        </TickField>
      ))}
    </fieldset>
  )
}

const asTyped = (definition: KnownDefinition, today: string): TypedDefinition => ({
  from: today,
  trust: [...definition.trustClasses],
  stage: [...definition.stages],
  satisfied: String(Math.min(...definition.satisfiedLevels)),
  minimum: String(definition.minimumN),
  reason: '',
})
