import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { CitizenFrame, OfficeInText } from '#app/ui/citizen-document.tsx'
import { CASE_FIELDS, type CaseField } from './case-form.ts'
import { ContactFields } from './contact-fields.tsx'
import { type CaseIntent, LONGEST_STORY } from './feedback-case.ts'
import { ChooseOffice, Part, TickBox } from './tell-fields.tsx'

/** Why a form was not taken: at its fields, or as a whole. */
export type TellProblem = CaseField | 'form' | 'tooMany'

export interface TellPageProps {
  lang: Lang
  intent: CaseIntent
  city?: string
  /** After a rating: the office it was about; otherwise the offices to choose from. */
  about: { office: string } | { offices: { id: string; name: string }[] }
  /** Kept when the language is switched. */
  asked: Record<string, string>
  submission: string
  opened: string
  /** Working days until an answer, days until contact data is deleted. */
  days: { handling: number; contact: number }
  typed: Record<string, string>
  problems: TellProblem[]
}

/** A comment or a complaint in the citizen's words; all that is not the story is optional. */
export function TellPage(props: TellPageProps) {
  const { lang, intent, about, days } = props
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} city={props.city} asked={props.asked}>
      <main className="wide">
        <Wrong {...props} />
        <h1>{t(`cases:form.titles.${intent}`)}</h1>
        {'office' in about && (
          <p>
            <OfficeInText
              lang={lang}
              name={about.office}
              say={(office) => t('cases:form.about', { office })}
            />
          </p>
        )}
        <p>{t(`cases:form.promise.${intent}`, { days: days.handling })}</p>
        <TellForm {...props} />
      </main>
    </CitizenFrame>
  )
}

function Wrong({ lang, problems }: TellPageProps) {
  if (problems.length === 0) return null
  const t = textsIn[lang]
  const whole = problems.filter((problem) => problem === 'form' || problem === 'tooMany')
  const fields = CASE_FIELDS.filter((field) => problems.includes(field))
  return (
    <div className="note wrong" role="alert">
      <p>{t('cases:form.wrong')}</p>
      <ul className="problems">
        {whole.map((problem) => (
          <li key={problem}>{t(`cases:form.problem.${problem}`)}</li>
        ))}
        {fields.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`cases:form.problem.${field}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Sent as multipart: 2,000 Chinese characters percent-encoded are larger than a form may be. */
function TellForm(props: TellPageProps) {
  const { lang, intent, about, typed, problems } = props
  const t = textsIn[lang]
  const problem = (field: CaseField) =>
    problems.includes(field) ? t(`cases:form.problem.${field}`) : undefined
  return (
    <form method="post" encType="multipart/form-data" className="card">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="submission" value={props.submission} />
      <input type="hidden" name="opened" value={props.opened} />
      <div className="hollow" aria-hidden="true">
        <label htmlFor="website">{t('cases:form.website')}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      {'offices' in about && (
        <ChooseOffice lang={lang} offices={about.offices} value={typed.office} problem={problem('office')} />
      )}
      <Part
        id="story"
        label={t(`cases:form.story.${intent}`)}
        hint={t('cases:form.storyHint')}
        problem={problem('story')}
      >
        {(marks) => (
          <textarea
            {...marks}
            name="story"
            rows={7}
            maxLength={LONGEST_STORY}
            required
            defaultValue={typed.story}
          />
        )}
      </Part>
      {intent === 'phan-anh' && (
        <>
          <TickBox id="money" checked={typed.money === 'yes'} hint={t('cases:form.moneyHint')}>
            {t('cases:form.money')}
          </TickBox>
          <ContactFields lang={lang} days={props.days.contact} typed={typed} problems={problems} />
        </>
      )}
      <button type="submit" className="action">
        {t(`cases:form.send.${intent}`)}
      </button>
      <p className="quiet">
        <a href={patterns.tell}>{t('cases:elsewhere.back')}</a>
      </p>
    </form>
  )
}
