import { writtenDay } from '#app/calendar/day.ts'
import { HTML_LANG, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { inGroups } from '#app/invitations/crockford.ts'
import { CitizenFrame, InVietnamese, OfficeInText } from '#app/ui/citizen-document.tsx'
import { leftIn } from './case-marks.tsx'
import type { FollowedCase } from './followed-case.ts'
import { CitizenSays } from './followed-case-forms.tsx'
import { QrPicture, type QrShape } from './qr-picture.tsx'

export type FollowSaved = 'rated' | 'reopened' | 'forgotten' | 'late'

export interface FollowedCasePageProps {
  lang: Lang
  view: FollowedCase
  qr: QrShape
  /** Where the code is typed, as a person reads it: host and path. */
  address: string
  /** Just sent: the code is to be kept. */
  isNew: boolean
  saved?: FollowSaved | undefined
  wrong?: 'reason' | 'well' | undefined
  typed?: string
}

/** A case as its citizen follows it: state, deadline, answer, and what may still be said; fit to be printed. */
export function FollowedCasePage(props: FollowedCasePageProps) {
  const { lang, view, isNew, saved } = props
  const t = textsIn[lang]
  const keep = <KeepCode key="keep" {...props} />
  return (
    <CitizenFrame lang={lang} city={view.city}>
      <main className="wide">
        {saved && (
          <p className={saved === 'late' ? 'note wrong' : 'note'} role="status">
            {t(`cases:followed.saved.${saved}`)}
          </p>
        )}
        <h1>{t(`cases:followed.titles.${view.kind}`)}</h1>
        <p>
          <OfficeInText
            lang={lang}
            name={view.office}
            say={(office) => t('cases:followed.about', { office, day: writtenDay(view.receivedDay) })}
          />
        </p>
        {isNew && <p className="note">{t('cases:followed.thanks')}</p>}
        {isNew && keep}
        <State lang={lang} view={view} />
        <Answers lang={lang} view={view} />
        <CitizenSays {...props} />
        <Way lang={lang} view={view} />
        <details>
          <summary className="question">{t('cases:followed.said')}</summary>
          <p className="said">{view.text}</p>
        </details>
        {!isNew && keep}
      </main>
    </CitizenFrame>
  )
}

function KeepCode({ lang, view, qr, address }: FollowedCasePageProps) {
  const t = textsIn[lang]
  return (
    <section className="card keep">
      <div>
        <h2>{t('cases:followed.code')}</h2>
        <p>
          <code className="code">{inGroups(view.code)}</code>
        </p>
        <p className="quiet">{t('cases:followed.keep')}</p>
        <p className="quiet">{t('cases:followed.address', { address })}</p>
      </div>
      <QrPicture shape={qr} label={t('cases:followed.qr')} />
    </section>
  )
}

interface Shown {
  lang: Lang
  view: FollowedCase
}

function State({ lang, view }: Shown) {
  const t = textsIn[lang]
  const { deadline, extended, handledBy } = view
  return (
    <dl className="card">
      <div>
        <dt>{t('cases:followed.state')}</dt>
        <dd>
          <b>{t(`cases:followed.status.${view.status}`)}</b>
        </dd>
      </div>
      {deadline && (
        <div>
          <dt>{t('cases:followed.deadline')}</dt>
          <dd className={deadline.left < 0 ? 'late' : undefined}>
            {`${writtenDay(deadline.day)} (${leftIn(lang, deadline.left)})`}
          </dd>
          {extended && (
            <dd>
              {t('cases:followed.extended', { day: writtenDay(extended.from), reason: extended.reason })}
            </dd>
          )}
        </div>
      )}
      {handledBy !== null && (
        <div>
          <dt>{t('cases:followed.handledBy')}</dt>
          <dd>
            {handledBy ? (
              <InVietnamese lang={lang}>{handledBy}</InVietnamese>
            ) : (
              t('cases:followed.cityOffice')
            )}
          </dd>
        </div>
      )}
      {view.official && <dd>{t('cases:followed.official')}</dd>}
    </dl>
  )
}

function Answers({ lang, view }: Shown) {
  const t = textsIn[lang]
  return view.answers.map((answer) => (
    <section key={answer.round} className="card">
      <h2>{t(answer.round === 1 ? 'cases:followed.answer' : 'cases:followed.secondAnswer')}</h2>
      <p className="quiet">{writtenDay(answer.day)}</p>
      <p className="said" lang={answer.lang === lang ? undefined : HTML_LANG[answer.lang]}>
        {answer.text}
      </p>
      {answer.lang !== 'vi' && (
        <details>
          <summary>{t('cases:followed.original')}</summary>
          <p className="said" lang={lang === 'vi' ? undefined : 'vi'}>
            {answer.original}
          </p>
        </details>
      )}
    </section>
  ))
}

function Way({ lang, view }: Shown) {
  const t = textsIn[lang]
  return (
    <section>
      <h2>{t('cases:followed.way')}</h2>
      <ol className="way">
        {view.steps.map(({ id, day, kind, office }) => (
          <li key={id}>
            {`${writtenDay(day)} · ${t(`cases:followed.step.${kind}`)}`}
            {office && ' · '}
            {office && <InVietnamese lang={lang}>{office}</InVietnamese>}
          </li>
        ))}
      </ol>
    </section>
  )
}
