import { writtenDay } from '#app/calendar/day.ts'
import { HTML_LANG, LANGUAGE_NAMES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { TextField } from '#app/ui/choices.tsx'
import type { CaseInside } from './case-desk.ts'
import type { CaseDeskPageProps } from './case-desk-page.tsx'
import { OPENINGS } from './openings.ts'

/** What was answered so far, the Vietnamese original with what the citizen read. */
export function SentAnswers({ lang, inside }: { lang: Lang; inside: CaseInside }) {
  const t = textsIn[lang]
  if (inside.answers.length === 0) return null
  return (
    <section>
      <h2>{t('caseDesk:answers')}</h2>
      {inside.answers.map(({ round, original, text, day }) => (
        <article key={round}>
          <small>{writtenDay(day)}</small>
          <p className="said" lang={lang === 'vi' ? undefined : 'vi'}>
            {original}
          </p>
          {text && (
            <p className="said" lang={HTML_LANG[inside.lang]}>
              {text}
            </p>
          )}
        </article>
      ))}
    </section>
  )
}

type Props = CaseDeskPageProps & { inside: CaseInside }

/** The answer, saved as a draft as often as one likes and sent once. */
export function AnswerForm({ lang, inside, opening, refused }: Props) {
  const t = textsIn[lang]
  const mine = refused?.intent === 'answer' || refused?.intent === 'draft' ? refused : null
  const value = (field: 'original' | 'text' | 'summary') =>
    mine?.typed[field] ?? begun(field, inside, opening)
  const problem = (field: string) => {
    const found = mine?.problems[field]
    return found && t(`caseDesk:problem.${found}`)
  }
  const field = (name: 'original' | 'text' | 'summary', rows: number, label: string, hint: string) => (
    <TextField
      {...{ id: `answer-${name}`, name, label, hint, rows }}
      value={value(name)}
      problem={problem(name)}
    />
  )
  const foreign = inside.lang === 'vi' ? null : LANGUAGE_NAMES[inside.lang]
  return (
    <section id="answer">
      <h2>{t('caseDesk:answerTitle')}</h2>
      <p>
        {`${t('caseDesk:openings')} `}
        {OPENINGS.map((one, at) => (
          <span key={one}>
            {at > 0 && ' · '}
            <a href={`?mo-dau=${one}#answer`}>{t(`caseDesk:opening.name.${one}`)}</a>
          </span>
        ))}
      </p>
      <form method="post" encType="multipart/form-data" className="case-form">
        {field('original', 8, t('caseDesk:original'), t('caseDesk:originalHint'))}
        {foreign &&
          field('text', 8, t('caseDesk:translation', { lang: foreign }), t('caseDesk:translationHint'))}
        {field('summary', 2, t('caseDesk:column.summary'), t('caseDesk:summaryHint'))}
        <div className="case-buttons">
          <button type="submit" name="intent" value="answer" className="main">
            {t('caseDesk:sendAnswer')}
          </button>
          <button type="submit" name="intent" value="draft">
            {t('caseDesk:saveDraft')}
          </button>
        </div>
      </form>
    </section>
  )
}

/** What is there already, with the opening chosen above it. */
function begun(
  field: 'original' | 'text' | 'summary',
  inside: CaseInside,
  opening: Props['opening'],
): string {
  const kept = inside.draft[field]
  if (!opening || field === 'summary') return kept
  const begins = textsIn[field === 'original' ? 'vi' : inside.lang](`caseDesk:opening.text.${opening}`)
  return kept.startsWith(begins) ? kept : [begins, kept].filter(Boolean).join('\n\n')
}
