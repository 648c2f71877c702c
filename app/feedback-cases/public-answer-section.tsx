import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { TextField } from '#app/ui/choices.tsx'
import type { CaseDeskPageProps } from './case-desk-page.tsx'
import type { PublicAnswer } from './public-answer.ts'

type Props = CaseDeskPageProps & { shown: PublicAnswer }

/** What the public reads of a case: proposed in words of its own, looked at by another, taken back at any time. */
export function PublicAnswerSection(props: Props) {
  const { lang, shown } = props
  const t = textsIn[lang]
  const { status, mayPublish } = shown
  return (
    <section id="public">
      <h2>{t('caseDesk:public.title')}</h2>
      <p className="hint">
        {t('caseDesk:public.what')} <a href={patterns.publicAnswers}>{t('caseDesk:public.all')}</a>
      </p>
      {status && <Standing {...props} />}
      {status === 'proposed' && !mayPublish && <p className="quiet">{t('caseDesk:public.waits')}</p>}
      {status && status !== 'withdrawn' && (
        <div className="case-buttons">
          {mayPublish && <OneButton {...props} intent="publish" isMain />}
          <OneButton {...props} intent="withdraw" />
        </div>
      )}
      {status !== 'published' && <ProposeForm {...props} />}
    </section>
  )
}

function Standing({ lang, shown }: Props) {
  const t = textsIn[lang]
  const ofText = lang === 'vi' ? undefined : 'vi'
  return (
    <article>
      <strong>{t(`caseDesk:public.status.${shown.status ?? 'proposed'}`)}</strong>
      <p className="said" lang={ofText}>
        {shown.question}
      </p>
      <p className="said" lang={ofText}>
        {shown.answer}
      </p>
    </article>
  )
}

function OneButton({ lang, intent, isMain }: Props & { intent: 'publish' | 'withdraw'; isMain?: boolean }) {
  return (
    <form method="post">
      <button type="submit" name="intent" value={intent} className={isMain ? 'main' : undefined}>
        {textsIn[lang](`caseDesk:public.${intent}`)}
      </button>
    </form>
  )
}

function ProposeForm({ lang, shown, refused }: Props) {
  const t = textsIn[lang]
  const mine = refused?.intent === 'proposePublic' ? refused : null
  const field = (name: 'question' | 'answer', rows: number) => {
    const problem = mine?.problems[name]
    return (
      <TextField
        {...{ id: `proposePublic-${name}`, name, rows }}
        label={t(`caseDesk:public.${name}`)}
        hint={t(`caseDesk:public.${name}Hint`)}
        value={mine?.typed[name] ?? shown[name]}
        problem={problem && t(`caseDesk:problem.${problem}`)}
      />
    )
  }
  return (
    <form method="post" className="case-form">
      {field('question', 3)}
      {field('answer', 6)}
      <button type="submit" name="intent" value="proposePublic">
        {t('caseDesk:public.propose')}
      </button>
    </form>
  )
}
