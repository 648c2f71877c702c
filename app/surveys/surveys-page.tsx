import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { surveyVersionPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { ListedSurvey, SurveyList } from './survey-list.server.ts'
import { type RefusedUse, SurveyUses } from './survey-uses.tsx'
import { writtenSpan } from './survey-words.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  list: SurveyList
  tomorrow: string
  saved: boolean
  refused: RefusedUse | null
}

/** Every survey with its versions, and who asks which. */
export function SurveysPage(props: Props) {
  const { lang, viewer, list } = props
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="surveys">
      <h1>{t('surveys:title')}</h1>
      <p className="lead">{t('surveys:about')}</p>
      {list.surveys.map((survey) => (
        <OneSurvey key={survey.survey} lang={lang} survey={survey} />
      ))}
      <SurveyUses {...props} />
    </DeskFrame>
  )
}

function OneSurvey({ lang, survey: { survey, versions } }: { lang: Lang; survey: ListedSurvey }) {
  const t = textsIn[lang]
  const draft = versions.find(({ state }) => state === 'draft')
  const newest = versions.find(({ state }) => state !== 'draft')
  const name = t(`surveys:name.${survey}`)
  return (
    <section id={survey}>
      <h2>{name}</h2>
      <p className="quiet">{t(`surveys:note.${survey}`)}</p>
      <Scrolling label={name}>
        <table className="versions">
          <thead>
            <tr>
              <th scope="col">{t('surveys:column.version')}</th>
              <th scope="col">{t('surveys:column.state')}</th>
              <th scope="col">{t('surveys:column.span')}</th>
              <th scope="col">{t('surveys:column.questions')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">
                  <a href={surveyVersionPath(version.id)}>
                    {t('surveys:version', { version: version.version })}
                  </a>
                </th>
                <td>
                  <span className={`state ${version.state}`}>{t(`surveys:state.${version.state}`)}</span>
                </td>
                <td>{writtenSpan(lang, version)}</td>
                <td>{version.questions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {draft ? (
        <a className="action" href={surveyVersionPath(draft.id)}>
          {t('surveys:openDraft')}
        </a>
      ) : (
        newest && (
          <form method="post">
            <button type="submit" name="draft" value={newest.id}>
              {t('surveys:makeDraft', { version: newest.version })}
            </button>
          </form>
        )
      )}
    </section>
  )
}
