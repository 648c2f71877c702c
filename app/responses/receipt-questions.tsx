import { textsIn } from '#app/i18n/texts.ts'
import type { ReceiptPageProps, ReceiptPart } from './receipt-page.tsx'
import { SurveyQuestions } from './survey-questions.tsx'
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
      <SurveyQuestions {...props} notice={<Saved {...props} part="answers" />} />
      <RespondentQuestion {...props} />
      <CommentQuestion {...props} />
    </>
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
