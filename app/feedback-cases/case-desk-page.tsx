import type { Viewer } from '#app/auth/viewer.ts'
import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AnswerForm, SentAnswers } from './answer-form.tsx'
import type { CaseDesk, CaseInside } from './case-desk.ts'
import { CaseForms } from './case-forms.tsx'
import { DeadlineText, StatusChip } from './case-marks.tsx'
import type { CaseDone, CaseProblems } from './case-outcome.ts'
import { CaseSteps, CaseWords, ContactCard } from './case-words.tsx'
import type { Contact } from './contact.ts'
import type { Opening } from './openings.ts'
import { PublicAnswerSection } from './public-answer-section.tsx'

/** A form that was refused, with what was typed. */
export interface RefusedCase {
  intent: string
  problems: CaseProblems
  typed: Record<string, string>
}

export interface CaseDeskPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  desk: CaseDesk
  done?: CaseDone | undefined
  opening?: Opening | undefined
  refused?: RefusedCase | null
  /** Shown in full once, after it was asked for. */
  contact?: Contact | null
}

/** One case at a desk: what stands, what was said, what may be done next. */
export function CaseDeskPage(props: CaseDeskPageProps) {
  const { lang, viewer, desk, done, refused } = props
  const t = textsIn[lang]
  const { outside, inside } = desk
  const problems = Object.entries(refused?.problems ?? {}).map(([field, problem]) => ({
    name: field === 'form' ? 'main' : `${refused?.intent === 'draft' ? 'answer' : refused?.intent}-${field}`,
    text: t(`caseDesk:problem.${problem}`),
  }))
  return (
    <DeskFrame lang={lang} viewer={viewer} place="cases">
      {problems.length > 0 && <ErrorSummary title={t('caseDesk:wrong')} problems={problems} />}
      {done && (
        <p className="done" role="status">
          {t(`caseDesk:done.${done}`)}
        </p>
      )}
      <p>
        <a className="back" href={patterns.cases}>
          {t('caseDesk:back')}
        </a>
      </p>
      <h1>{outside.number}</h1>
      <Facts lang={lang} desk={desk} />
      {inside && <CaseWords lang={lang} inside={inside} />}
      {inside && <ContactCard lang={lang} inside={inside} contact={props.contact ?? null} />}
      {inside && <SentAnswers lang={lang} inside={inside} />}
      {inside && outside.may.includes('answer') && <AnswerForm {...props} inside={inside} />}
      <CaseForms {...props} />
      {inside?.published && <PublicAnswerSection {...props} shown={inside.published} />}
      {inside && <CaseSteps lang={lang} inside={inside} />}
    </DeskFrame>
  )
}

function Facts({ lang, desk: { outside, inside } }: { lang: Lang; desk: CaseDesk }) {
  const t = textsIn[lang]
  return (
    <dl className="case-facts">
      <div>
        <dt>{t('caseDesk:column.status')}</dt>
        <dd>
          <StatusChip lang={lang} status={outside.status} />
          {inside?.row.queue === 'restricted' && (
            <small className="restricted">{t('caseDesk:restricted')}</small>
          )}
          {inside?.official && <small>{t('caseDesk:official')}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('caseDesk:column.office')}</dt>
        <dd>
          <Vietnamese lang={lang}>{outside.office}</Vietnamese>
        </dd>
      </div>
      {outside.deadline && (
        <div>
          <dt>{t('caseDesk:column.deadline')}</dt>
          <dd>
            <DeadlineText lang={lang} deadline={outside.deadline} />
          </dd>
        </div>
      )}
      {inside ? (
        <InsideFacts lang={lang} inside={inside} />
      ) : (
        <div>
          <dt>{t('caseDesk:column.summary')}</dt>
          <dd>{outside.summary || t('caseDesk:noSummary')}</dd>
        </div>
      )}
    </dl>
  )
}

function InsideFacts({ lang, inside }: { lang: Lang; inside: CaseInside }) {
  const t = textsIn[lang]
  const { row } = inside
  const facts: [string, string][] = [
    [t('caseDesk:column.received'), writtenDay(inside.receivedDay)],
    [t('caseDesk:column.category'), row.category ? t(`caseDesk:category.${row.category as 'other'}`) : ''],
    [
      t('caseDesk:column.handling'),
      inside.handler && `${inside.handler} · ${inside.handling || t('caseDesk:cityOffice')}`,
    ],
    [
      t('caseDesk:extendedFrom'),
      inside.extendedFrom && `${writtenDay(inside.extendedFrom)}: ${row.extension_reason}`,
    ],
    [t('caseDesk:suspicion'), row.suspicion && t(`caseDesk:suspect.${row.suspicion as 'honeypot'}`)],
    [t('caseDesk:escalation'), row.escalation ? t(`caseDesk:level.${row.escalation as 1}`) : ''],
    [t('caseDesk:column.handledWell'), row.handled_well ? t(`caseDesk:${row.handled_well}`) : ''],
  ]
  return facts
    .filter(([, said]) => said !== '')
    .map(([name, said]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{said}</dd>
      </div>
    ))
}
