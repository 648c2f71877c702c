import { textsIn } from '#app/i18n/texts.ts'
import type { ReceiptPageProps, ReceiptPart } from './receipt-page.tsx'
import { LONGEST_COMMENT } from './survey-response.ts'

/** Says at its part that it has just been saved. */
export function Saved({ lang, saved, part }: ReceiptPageProps & { part: ReceiptPart }) {
  if (saved !== part) return null
  return (
    <p className="note" role="status">
      {textsIn[lang](`citizen:receipt.saved.${part}`)}
    </p>
  )
}

/** Each in a form of its own, savable alone, all posting to this page's address. */
export function OptionalQuestions(props: ReceiptPageProps) {
  const t = textsIn[props.lang]
  return (
    <>
      <h2 className="more">{t('citizen:receipt.more')}</h2>
      <p className="quiet">{t('citizen:receipt.optional')}</p>
      <Reasons {...props} />
      <RespondentQuestion {...props} />
      <CommentQuestion {...props} />
    </>
  )
}

/** One form a question; its empty mark is sent even when every box is unticked, and so clears the answer. */
function Reasons(props: ReceiptPageProps) {
  const t = textsIn[props.lang]
  if (props.questions.length === 0) return null
  return (
    <section id="answers">
      <Saved {...props} part="answers" />
      {props.questions.map(({ id, text, options }) => (
        <form key={id} method="post" className="card">
          <input type="hidden" name={`answers[${id}]`} value="" />
          <fieldset>
            <legend>{text}</legend>
            {options.map((option) => (
              <label key={option.id} className="choice">
                <input
                  type="checkbox"
                  name={`answers[${id}]`}
                  value={option.id}
                  defaultChecked={props.answers[id]?.includes(option.id) ?? false}
                />
                {option.text}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="save">
            {t('citizen:receipt.answersSave')}
          </button>
        </form>
      ))}
    </section>
  )
}

function RespondentQuestion(props: ReceiptPageProps) {
  const t = textsIn[props.lang]
  return (
    <section id="respondent">
      <Saved {...props} part="respondent" />
      <form method="post" className="card">
        <fieldset>
          <legend>{t('citizen:receipt.respondent')}</legend>
          {(['citizen', 'business'] as const).map((who) => (
            <label key={who} className="choice">
              <input
                type="radio"
                name="respondent"
                value={who}
                defaultChecked={props.respondent === who}
                required
              />
              {t(`citizen:receipt.respondents.${who}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="save">
          {t('citizen:receipt.respondentSave')}
        </button>
      </form>
    </section>
  )
}

/** Sent as multipart: 2,000 Chinese characters percent-encoded are larger than a form may be. */
function CommentQuestion(props: ReceiptPageProps) {
  const { lang, problem, typed, comment } = props
  const t = textsIn[lang]
  const wrong = problem?.field === 'comment' ? t(`citizen:receipt.problem.${problem.key}`) : null
  return (
    <section id="comment">
      <Saved {...props} part="comment" />
      <form method="post" encType="multipart/form-data" className="card">
        <label className="question" htmlFor="comment-text">
          {t('citizen:receipt.comment')}
        </label>
        <p id="comment-hint" className="quiet">
          {t('citizen:receipt.commentHint')}
        </p>
        {wrong && (
          <p id="comment-wrong" className="note wrong">
            {wrong}
          </p>
        )}
        <textarea
          id="comment-text"
          name="comment"
          rows={5}
          maxLength={LONGEST_COMMENT}
          defaultValue={typed?.comment ?? comment}
          aria-describedby={wrong ? 'comment-wrong comment-hint' : 'comment-hint'}
          aria-invalid={wrong ? true : undefined}
        />
        <button type="submit" className="save">
          {t('citizen:receipt.commentSave')}
        </button>
      </form>
    </section>
  )
}
