import type { ReactNode } from 'react'
import { textsIn } from '#app/i18n/texts.ts'
import { groupsOf, type ShownQuestion } from '#app/surveys/survey.ts'
import { Face } from '#app/ui/face.tsx'
import type { ReceiptPageProps } from './receipt-page.tsx'
import type { Level } from './survey-response.ts'

/** The questions of a survey: one a form, those of a factor together behind a fold, each form savable alone. */
export function SurveyQuestions(props: ReceiptPageProps & { notice: ReactNode }) {
  const { questions, answers, savedGroup, notice } = props
  if (questions.length === 0) return null
  const groups = groupsOf(questions)
  const isAnswered = (id: string) => (answers[id]?.length ?? 0) > 0
  const next = groups.find(
    (group) => group.title !== null && !group.questions.some(({ id }) => isAnswered(id)),
  )
  const atGroup = groups.some(({ id }) => id === savedGroup)
  return (
    <section id="answers">
      {!atGroup && notice}
      {groups.map(({ id, title, questions: inside }) => (
        <section key={id} id={id}>
          {savedGroup === id && notice}
          {title === null ? (
            <QuestionForm {...props} questions={inside} />
          ) : (
            <details className="card" open={id === next?.id || undefined}>
              <summary className="question">
                {title}{' '}
                <span className="quiet">
                  {textsIn[props.lang]('citizen:receipt.answered', {
                    n: inside.filter((question) => isAnswered(question.id)).length,
                    of: inside.length,
                  })}
                </span>
              </summary>
              <QuestionForm {...props} questions={inside} bare />
            </details>
          )}
        </section>
      ))}
    </section>
  )
}

function QuestionForm(props: ReceiptPageProps & { bare?: boolean }) {
  return (
    <form method="post" className={props.bare ? 'factor' : 'card'}>
      {props.questions.map((question) => (
        <Choices
          key={question.id}
          question={question}
          chosen={props.answers[question.id] ?? []}
          required={!props.bare}
        />
      ))}
      <button type="submit" className="save">
        {textsIn[props.lang]('citizen:receipt.answersSave')}
      </button>
    </form>
  )
}

/** The empty mark of a question with boxes is sent even when every one is unticked, and so clears the answer. */
function Choices({
  question,
  chosen,
  required,
}: {
  question: ShownQuestion
  chosen: string[]
  required: boolean
}) {
  const { id, kind, text, options } = question
  const several = kind === 'several'
  return (
    <fieldset>
      <legend>{text}</legend>
      {several && <input type="hidden" name={`answers[${id}]`} value="" />}
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`answers[${id}]`}
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            required={required && !several}
          />
          {kind === 'level' && <Face level={Number(option.id) as Level} size={28} />}
          {option.text}
        </label>
      ))}
    </fieldset>
  )
}
