import type { ReactNode } from 'react'
import { textsIn } from '#app/i18n/texts.ts'
import { InputField, SelectField, TextField } from '#app/ui/choices.tsx'
import type { CaseDeskPageProps } from './case-desk-page.tsx'
import { CATEGORIES, type Move } from './feedback-case.ts'

/** What may be done with a case besides answering it, each step in a form of its own. */
export function CaseForms(props: CaseDeskPageProps) {
  const { may } = props.desk.outside
  const forms: [Move, ReactNode][] = [
    ['release', <StepForm key="release" {...props} intent="release" />],
    ['setAside', <SetAside key="setAside" {...props} />],
    ['classify', <Classify key="classify" {...props} />],
    ['assign', <Assign key="assign" {...props} />],
    ['extend', <Extend key="extend" {...props} />],
    ['close', <StepForm key="close" {...props} intent="close" />],
  ]
  return <>{forms.filter(([move]) => may.includes(move)).map(([, form]) => form)}</>
}

type Intent = 'release' | 'setAside' | 'classify' | 'assign' | 'extend' | 'close'

function StepForm({ lang, intent, children }: CaseDeskPageProps & { intent: Intent; children?: ReactNode }) {
  const t = textsIn[lang]
  return (
    <section id={intent}>
      <h2>{t(`caseDesk:form.${intent}.title`)}</h2>
      <p className="hint">{t(`caseDesk:form.${intent}.what`)}</p>
      <form method="post" className="case-form">
        <input type="hidden" name="intent" value={intent} />
        {children}
        <button type="submit">{t(`caseDesk:form.${intent}.send`)}</button>
      </form>
    </section>
  )
}

/** What a field of this form shows and what is wrong with it. */
function fieldsOf({ lang, refused }: CaseDeskPageProps, intent: Intent) {
  const mine = refused?.intent === intent ? refused : null
  return (name: string, stored = '') => {
    const problem = mine?.problems[name]
    return {
      ...{ id: `${intent}-${name}`, name, value: mine?.typed[name] ?? stored },
      problem: problem && textsIn[lang](`caseDesk:problem.${problem}`),
    }
  }
}

function SetAside(props: CaseDeskPageProps) {
  const field = fieldsOf(props, 'setAside')
  return (
    <StepForm {...props} intent="setAside">
      <TextField {...field('reason')} rows={2} label={textsIn[props.lang]('caseDesk:reason')} />
    </StepForm>
  )
}

function Classify(props: CaseDeskPageProps) {
  const t = textsIn[props.lang]
  const field = fieldsOf(props, 'classify')
  const { inside, outside } = props.desk
  const categories = CATEGORIES.map((one) => ({ value: one as string, text: t(`caseDesk:category.${one}`) }))
  return (
    <StepForm {...props} intent="classify">
      <SelectField
        {...field('category', inside?.row.category)}
        label={t('caseDesk:column.category')}
        choices={[{ value: '', text: t('caseDesk:choose') }, ...categories]}
      />
      <SelectField
        {...field('queue', inside?.row.queue)}
        label={t('caseDesk:queue')}
        hint={t('caseDesk:queueHint')}
        choices={(['ordinary', 'restricted'] as const).map((one) => ({
          value: one,
          text: t(`caseDesk:queues.${one}`),
        }))}
      />
      {inside?.row.kind === 'suggestion' && (
        <SelectField
          {...field('kind', 'noted')}
          label={t('caseDesk:kind')}
          choices={(['noted', 'petition'] as const).map((one) => ({
            value: one,
            text: t(`caseDesk:kinds.${one}`),
          }))}
        />
      )}
      <TextField
        {...field('summary', outside.summary)}
        rows={2}
        label={t('caseDesk:column.summary')}
        hint={t('caseDesk:summaryHint')}
      />
    </StepForm>
  )
}

function Assign(props: CaseDeskPageProps) {
  const t = textsIn[props.lang]
  const field = fieldsOf(props, 'assign')
  const { handlers, status } = props.desk.outside
  const choices = handlers.map(({ id, name, office }) => ({
    value: id,
    text: `${name} · ${office || t('caseDesk:cityOffice')}`,
  }))
  return (
    <StepForm {...props} intent="assign">
      <SelectField
        {...field('handler')}
        label={t('caseDesk:handler')}
        hint={t('caseDesk:handlerHint')}
        choices={[{ value: '', text: t('caseDesk:choose') }, ...choices]}
      />
      <TextField
        {...field('reason')}
        rows={2}
        label={t(status === 'assigned' ? 'caseDesk:reason' : 'caseDesk:note')}
      />
    </StepForm>
  )
}

function Extend(props: CaseDeskPageProps) {
  const t = textsIn[props.lang]
  const field = fieldsOf(props, 'extend')
  const most = props.desk.inside?.extensionDays ?? 0
  return (
    <StepForm {...props} intent="extend">
      <InputField {...field('days', String(most))} inputMode="numeric" label={t('caseDesk:days', { most })} />
      <TextField {...field('reason')} rows={2} label={t('caseDesk:reasonForCitizen')} />
    </StepForm>
  )
}
