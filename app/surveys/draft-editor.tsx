import { LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import { DraftQuestions } from './draft-questions.tsx'
import type { VersionView } from './survey-version-view.server.ts'
import { writtenProblem } from './survey-words.ts'

/** Why a draft could not be stored or published, with what was typed. */
export type DraftRefusal =
  | { kind: 'stale'; strays: string[] }
  | {
      kind: 'refused'
      day: 'not_a_day' | 'too_early' | 'not_after_last' | null
      from: string
    }

interface Props {
  lang: Lang
  view: VersionView
  refused: DraftRefusal | null
}

/** How many places to put right are named; a fresh question alone has nine. */
const NAMED = 12

/** One form for all: whatever button is pressed, what was typed in any field goes with it and is stored first. */
export function DraftEditor({ lang, view, refused }: Props) {
  const t = textsIn[lang]
  const { content } = view
  return (
    <>
      {refused?.kind === 'stale' && <Stale lang={lang} strays={refused.strays} />}
      {refused?.kind === 'refused' && <NotPublished lang={lang} view={view} day={refused.day} />}
      <form method="post" className="draft">
        <input type="hidden" name="revision" value={view.revision} />
        <section id="questions">
          <div className="section-head">
            <h2>{t('surveys:questions')}</h2>
            <button type="submit" name="do" value="save" className="main">
              {t('surveys:save')}
            </button>
          </div>
          <Check lang={lang} view={view} />
          <DraftQuestions lang={lang} content={content} askedBefore={view.askedBefore} />
          <p className="adding">
            <button type="submit" name="do" value="save" className="main">
              {t('surveys:save')}
            </button>
            {LANGUAGES.map((other) => (
              <button key={other} type="submit" name="do" value={`preview:${other}`}>
                {t('surveys:savePreview')} · {LANGUAGE_NAMES[other]}
              </button>
            ))}
          </p>
        </section>
        <section id="publish">
          <h2>{t('surveys:publish.title')}</h2>
          <p>{t('surveys:publish.about')}</p>
          <div className="publish-day">
            <Field
              name="from"
              type="date"
              label={t('surveys:publish.from')}
              value={refused?.kind === 'refused' ? refused.from : view.earliest}
              problem={
                refused?.kind === 'refused' && refused.day
                  ? t(`surveys:publish.problem.${refused.day}`)
                  : undefined
              }
            />
          </div>
          <button type="submit" name="do" value="publish">
            {t('surveys:publish.button')}
          </button>
        </section>
        <details className="discard">
          <summary>{t('surveys:discard.title')}</summary>
          <p className="quiet">{t('surveys:discard.about')}</p>
          <button type="submit" name="do" value="discard">
            {t('surveys:discard.button')}
          </button>
        </details>
      </form>
    </>
  )
}

/** What is missing before it can be published, each leading to its field. */
function Check({ lang, view: { problems, content } }: { lang: Lang; view: VersionView }) {
  const t = textsIn[lang]
  if (problems.length === 0) return <p className="ready">{t('surveys:check.ready')}</p>
  return (
    <details className="check">
      <summary>{t('surveys:check.count', { n: problems.length })}</summary>
      <ul>
        {problems.map((problem) => {
          const { name, text } = writtenProblem(lang, content, problem)
          return (
            <li key={name}>
              <a href={`#${name}`}>{text}</a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function NotPublished({
  lang,
  view,
  day,
}: {
  lang: Lang
  view: VersionView
  day: 'not_a_day' | 'too_early' | 'not_after_last' | null
}) {
  const t = textsIn[lang]
  const { problems, content } = view
  const named = problems.slice(0, NAMED).map((problem) => writtenProblem(lang, content, problem))
  const rest = problems.length - named.length
  const all = [
    ...(day ? [{ name: 'from', text: t(`surveys:publish.problem.${day}`) }] : []),
    ...named,
    ...(rest > 0 ? [{ name: 'questions', text: t('surveys:check.more', { n: rest }) }] : []),
  ]
  return <ErrorSummary title={t('surveys:publish.problemTitle')} problems={all} />
}

function Stale({ lang, strays }: { lang: Lang; strays: string[] }) {
  const t = textsIn[lang]
  return (
    <div className="error-summary" role="alert">
      <h2>{t('surveys:stale.title')}</h2>
      <p>{t('surveys:stale.text')}</p>
      {strays.length > 0 && (
        <>
          <p>{t('surveys:stale.strays')}</p>
          <ul>
            {strays.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
