import type { AlertRuleRow } from '#db/schema.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { InputField, TickField } from '../ui/choices.tsx'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { ErrorSummary } from '../ui/fields.tsx'
import { NUMBERS, RULE_BOUNDS, type RuleNumber, type RuleProblems } from './alert-rule.ts'

/** A rule's form that was refused, with what was typed. */
interface RefusedRule {
  rule: string
  problems: RuleProblems
  typed: Record<string, string>
}

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  rules: AlertRuleRow[]
  saved: boolean
  refused: RefusedRule | null
}

/** By what the city is alerted: each rule in words, with its numbers and whether it is on. */
export function AlertRulesPage({ lang, viewer, rules, saved, refused }: Props) {
  const t = textsIn[lang]
  const problems = Object.entries(refused?.problems ?? {}).map(([name, bounds]) => ({
    name: `${refused?.rule}-${name}`,
    text: `${t(`alerts:number.${name as RuleNumber}`)}: ${t('alerts:between', { ...bounds })}`,
  }))
  return (
    <DeskFrame lang={lang} viewer={viewer} place="alerts">
      {problems.length > 0 && <ErrorSummary title={t('alerts:wrong')} problems={problems} />}
      {saved && (
        <p className="done" role="status">
          {t('alerts:rules.saved')}
        </p>
      )}
      <p>
        <a className="back" href={patterns.alerts}>
          {t('alerts:rules.back')}
        </a>
      </p>
      <h1>{t('alerts:rules.title')}</h1>
      <p className="quiet">{t('alerts:rules.what')}</p>
      {rules.map((rule) => (
        <RuleForm
          key={rule.id}
          lang={lang}
          rule={rule}
          refused={refused?.rule === rule.id ? refused : null}
        />
      ))}
    </DeskFrame>
  )
}

function RuleForm({ lang, rule, refused }: Pick<Props, 'lang' | 'refused'> & { rule: AlertRuleRow }) {
  const t = textsIn[lang]
  const shown = NUMBERS.filter((name) => RULE_BOUNDS[rule.kind][name])
  const isOn = refused ? refused.typed.status === 'on' : rule.status === 'on'
  const problemOf = (name: RuleNumber) => {
    const bounds = refused?.problems[name]
    return bounds && t('alerts:between', { ...bounds })
  }
  return (
    <form method="post" action={patterns.alertRules} className="rule">
      <h2>{t(`alerts:kind.${rule.kind}`)}</h2>
      <p>{t(`alerts:rule.${rule.kind}`)}</p>
      <input type="hidden" name="rule" value={rule.id} />
      {shown.length > 0 && (
        <div className="rule-numbers">
          {shown.map((name) => (
            <InputField
              key={name}
              id={`${rule.id}-${name}`}
              name={name}
              inputMode="numeric"
              label={t(
                rule.kind === 'few_answers' && name === 'least'
                  ? 'alerts:number.returned'
                  : `alerts:number.${name}`,
              )}
              value={refused?.typed[name] ?? String(rule[name])}
              problem={problemOf(name)}
            />
          ))}
        </div>
      )}
      <TickField id={`${rule.id}-status`} name="status" value="on" checked={isOn}>
        {t('alerts:rules.on')}
      </TickField>
      <button type="submit">
        {t('alerts:rules.save')}
        <span className="unseen">{` ${t(`alerts:kind.${rule.kind}`)}`}</span>
      </button>
    </form>
  )
}
