import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { SurveyChoice } from './choose-survey.server.ts'
import { SURVEYS } from './known-surveys.ts'
import type { SurveyList } from './survey-list.server.ts'
import { writtenSpan } from './survey-words.ts'

/** A choice that could not be recorded, as it was typed. */
export interface RefusedUse extends SurveyChoice {
  problem: 'not_a_day' | 'too_early'
}

interface Props {
  lang: Lang
  list: SurveyList
  tomorrow: string
  saved: boolean
  refused: RefusedUse | null
}

/** Which office asks which survey from when, and a form to say so. */
export function SurveyUses({ lang, list, tomorrow, saved, refused }: Props) {
  const t = textsIn[lang]
  const chosen = refused ?? { office: '', survey: 'short', from: tomorrow }
  const problem = refused ? t(`surveys:use.problem.${refused.problem}`) : undefined
  return (
    <section id="use">
      <h2>{t('surveys:use.title')}</h2>
      <p className="quiet">{t('surveys:use.about')}</p>
      {saved && (
        <p className="done" role="status">
          {t('surveys:use.saved')}
        </p>
      )}
      {problem && (
        <ErrorSummary title={t('surveys:use.problemTitle')} problems={[{ name: 'from', text: problem }]} />
      )}
      <Uses lang={lang} list={list} />
      <form method="post" className="row-form" action="#use">
        <div className="field">
          <label htmlFor="office">{t('surveys:use.office')}</label>
          <select id="office" name="office" defaultValue={chosen.office}>
            <option value="">{t('surveys:use.all')}</option>
            {list.offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="survey">{t('surveys:use.survey')}</label>
          <select id="survey" name="survey" defaultValue={chosen.survey}>
            {SURVEYS.map((survey) => (
              <option key={survey} value={survey}>
                {t(`surveys:name.${survey}`)}
              </option>
            ))}
            <option value="">{t('surveys:use.follow')}</option>
          </select>
        </div>
        <Field name="from" type="date" label={t('surveys:use.from')} value={chosen.from} problem={problem} />
        <button type="submit" name="choose" value="1">
          {t('surveys:use.choose')}
        </button>
      </form>
    </section>
  )
}

function Uses({ lang, list: { uses } }: { lang: Lang; list: SurveyList }) {
  const t = textsIn[lang]
  if (uses.length === 0) return <p>{t('surveys:use.none')}</p>
  return (
    <Scrolling label={t('surveys:use.title')}>
      <table className="versions">
        <thead>
          <tr>
            <th scope="col">{t('surveys:use.office')}</th>
            <th scope="col">{t('surveys:use.survey')}</th>
            <th scope="col">{t('surveys:column.span')}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={`${use.office} ${use.from}`}>
              <th scope="row">{use.office ?? t('surveys:use.all')}</th>
              <td>{t(`surveys:name.${use.survey}`)}</td>
              <td>{writtenSpan(lang, use)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
