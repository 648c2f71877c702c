import { InviteToTell } from '#app/feedback-cases/invite-to-tell.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { inGroups } from '#app/invitations/crockford.ts'
import type { ShownQuestion } from '#app/surveys/survey.ts'
import { CitizenFrame, OfficeInText } from '#app/ui/citizen-document.tsx'
import { Face, LevelButtons } from '#app/ui/face.tsx'
import { OptionalQuestions, Saved } from './receipt-questions.tsx'
import type { Level } from './survey-response.ts'

export interface ReceiptPageProps {
  lang: Lang
  cityName?: string
  /** The office the rating counts for. */
  officeName: string
  receipt: string
  level: Level
  /** dd/MM/yyyy */
  changeableUntil: string
  changeable: boolean
  /** Another answer was given by the same link: nothing of either is shown. */
  superseded: boolean
  respondent: 'citizen' | 'business' | 'unstated'
  /** In the visitor's language. */
  questions: ShownQuestion[]
  answers: Record<string, string[]>
  comment: string
  problem?: { field: 'comment' | 'level'; key: ReceiptProblem }
  /** What was typed and could not be saved. */
  typed?: { comment?: string }
  /** What has just been saved; the door's redirect adds it as the fragment too, so that its notice is in view. */
  saved?: ReceiptPart
  /** The question, or factor, whose answers have just been saved. */
  savedGroup?: string
}

export type ReceiptPart = 'level' | 'respondent' | 'answers' | 'comment'
export type ReceiptProblem = 'levelMissing' | 'commentTooLong' | 'tooMany'

/** Thanks, what was chosen and that it counts; then each optional question in a form of its own. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { lang, changeable } = props
  if (props.superseded) return <Superseded {...props} />
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} city={props.cityName}>
      <main className="wide">
        <ProblemAtTop {...props} />
        <h1>{t('citizen:receipt.thanks')}</h1>
        <Recorded {...props} />
        {props.level <= 2 && <InviteToTell {...props} />}
        {changeable ? <OptionalQuestions {...props} /> : <Answers {...props} />}
        {props.level > 2 && <InviteToTell {...props} />}
      </main>
    </CitizenFrame>
  )
}

/** The page after a refused save begins at its top: what was wrong stands there and leads to its field. */
function ProblemAtTop({ lang, problem }: ReceiptPageProps) {
  if (!problem) return null
  return (
    <p className="note wrong" role="alert">
      <a href={`#${problem.field}`}>{textsIn[lang](`citizen:receipt.problem.${problem.key}`)}</a>
    </p>
  )
}

/** The level, its way to be changed, that it counts and until when, and the receipt's code. */
function Recorded(props: ReceiptPageProps) {
  const { lang, officeName, level, changeable, changeableUntil: day, problem } = props
  const t = textsIn[lang]
  const said = (
    <>
      {`${t('citizen:receipt.recorded')}: `}
      <b>{t(`frame:level.${level}`)}</b>
    </>
  )
  return (
    <section id="level" className="card">
      <Saved {...props} part="level" />
      {changeable ? (
        <details open={problem?.field === 'level' || undefined}>
          <summary className="recorded">
            <Face level={level} size={40} />
            <span>
              {said}
              {'\u00a0· '}
              <u>{t('citizen:receipt.change')}</u>
            </span>
          </summary>
          <form method="post" className="levels few">
            <LevelButtons lang={lang} size={28} chosen={level} />
          </form>
        </details>
      ) : (
        <p className="recorded">
          <Face level={level} size={40} />
          <span>{said}</span>
        </p>
      )}
      <p>
        <OfficeInText
          lang={lang}
          name={officeName}
          say={(office) => t('citizen:receipt.counts', { office })}
        />
      </p>
      <p>{t(changeable ? 'citizen:receipt.changeable' : 'citizen:receipt.closed', { day })}</p>
      <h2>{t('citizen:receipt.code')}</h2>
      <p>
        <code className="code">{inGroups(props.receipt)}</code>
      </p>
      <p className="quiet">{t('citizen:receipt.keepCode')}</p>
    </section>
  )
}

/** What was answered, to read only: the days for changes are over. */
function Answers({ lang, questions, answers, respondent, comment }: ReceiptPageProps) {
  const t = textsIn[lang]
  const none = t('citizen:receipt.notAnswered')
  const ticked = questions.map(({ id, text, options }) => ({
    id,
    text,
    said: options.filter((option) => answers[id]?.includes(option.id)).map((option) => option.text),
  }))
  return (
    <dl className="card">
      {ticked.map(({ id, text, said }) => (
        <div key={id}>
          <dt>{text}</dt>
          <dd>{said.length > 0 ? said.join(' · ') : none}</dd>
        </div>
      ))}
      <div>
        <dt>{t('citizen:receipt.respondent')}</dt>
        <dd>{respondent === 'unstated' ? none : t(`citizen:receipt.respondents.${respondent}`)}</dd>
      </div>
      <div>
        <dt>{t('citizen:receipt.comment')}</dt>
        <dd className="said">{comment || none}</dd>
      </div>
    </dl>
  )
}

function Superseded({ lang, cityName }: ReceiptPageProps) {
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} city={cityName}>
      <main className="wide">
        <h1>{t('citizen:receipt.superseded.title')}</h1>
        <p>{t('citizen:receipt.superseded.text')}</p>
        <p>{t('citizen:receipt.superseded.help')}</p>
      </main>
    </CitizenFrame>
  )
}
