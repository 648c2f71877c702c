import type { ReactNode } from 'react'
import type { Viewer } from '#app/auth/viewer.ts'
import { writtenDay } from '#app/calendar/day.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, surveyVersionPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { contentProblems } from './content-texts.ts'
import { DraftEditor, type DraftRefusal } from './draft-editor.tsx'
import type { VersionView } from './survey-version-view.server.ts'
import { versionTitle, writtenSpan } from './survey-words.ts'
import { VersionContent } from './version-content.tsx'

export type DoneToVersion = 'saved' | 'published'

export const readDone = (text: string | null): DoneToVersion | null =>
  text === 'saved' || text === 'published' ? text : null

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  view: VersionView
  refused: DraftRefusal | null
  done: DoneToVersion | null
  /** The language of the preview. */
  shown: Lang
  preview: ReactNode
}

/** The version with what was typed and could not be stored, in its place. */
export function withTypedContent(
  view: VersionView,
  typed: Pick<VersionView, 'content' | 'revision'> | null,
): VersionView {
  return typed ? { ...view, ...typed, problems: contentProblems(typed.content) } : view
}

/** One version: a draft to work on, or what was published, to read; and how it looks on a phone. */
export function SurveyVersionPage(props: Props) {
  const { lang, viewer, view, refused, done } = props
  const t = textsIn[lang]
  const isDraft = view.state === 'draft'
  return (
    <DeskFrame lang={lang} viewer={viewer} place="surveys">
      <p>
        <a className="back" href={patterns.surveys}>
          {t('surveys:back')}
        </a>
      </p>
      <h1>{versionTitle(lang, view)}</h1>
      <p>
        <span className={`state ${view.state}`}>{t(`surveys:state.${view.state}`)}</span>
        {!isDraft && <> {writtenSpan(lang, view)}</>}
      </p>
      {done && (
        <p className="done" role="status">
          {t(done === 'saved' ? 'surveys:saved' : 'surveys:publish.done')}
        </p>
      )}
      {isDraft ? <DraftEditor lang={lang} view={view} refused={refused} /> : <Published {...props} />}
      <Preview {...props} />
    </DeskFrame>
  )
}

/** What was published is read, never written; a new draft may begin with it. */
function Published({ lang, view }: Props) {
  const t = textsIn[lang]
  const { id, version, state, from, draft, content, askedBefore } = view
  return (
    <>
      <p className="lead">
        {state === 'coming' ? t('surveys:comesFrom', { day: writtenDay(from) }) : t('surveys:inUse')}
      </p>
      <form method="post" className="adding">
        {draft === '' ? (
          <button type="submit" name="do" value={`draft:${id}`}>
            {t('surveys:makeDraft', { version })}
          </button>
        ) : (
          <a className="action" href={surveyVersionPath(draft)}>
            {t('surveys:openDraft')}
          </a>
        )}
        {state === 'coming' && draft === '' && (
          <button type="submit" name="do" value="withdraw">
            {t('surveys:withdraw')}
          </button>
        )}
      </form>
      <VersionContent lang={lang} content={content} askedBefore={askedBefore} />
    </>
  )
}

function Preview({ lang, view, shown, preview }: Props) {
  const t = textsIn[lang]
  return (
    <section id="preview">
      <h2>{t('surveys:preview.title')}</h2>
      <p className="quiet">{t('surveys:preview.about')}</p>
      {/* In a draft a link would lose what was typed; its buttons above save first. */}
      {view.state !== 'draft' && (
        <ul className="kinds">
          {LANGUAGES.map((other) => (
            <li key={other}>
              <a href={`?preview=${other}#preview`} aria-current={other === shown ? 'true' : undefined}>
                {t('surveys:preview.in', { language: LANGUAGE_NAMES[other] })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {preview}
    </section>
  )
}
