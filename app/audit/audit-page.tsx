import type { AuditRow } from '#db/schema.ts'
import type { Viewer } from '../auth/viewer.ts'
import { FileLinks } from '../exports/file-links.tsx'
import type { Lang } from '../i18n/languages.ts'
import { formatInstantInVietnam } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { ErrorSummary, Field } from '../ui/fields.tsx'
import type { AskedAudit, AuditQuestion } from './audit-trail.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  asked: AskedAudit
  entries: AuditRow[]
  actions: string[]
  older: number | null
}

const address = (path: string, question: AuditQuestion, more: Record<string, string> = {}) => {
  const filled = Object.entries({ ...question, ...more }).filter(([, value]) => value !== '')
  return filled.length > 0 ? `${path}?${new URLSearchParams(filled)}` : path
}

/** Who did what to which thing, when, before and after: the newest first. */
export function AuditTrailPage({ lang, viewer, asked, entries, actions, older }: Props) {
  const t = textsIn[lang]
  const { question, problems } = asked
  const wrong = problems.map((name) => ({ name, text: t('audit:notADay') }))
  return (
    <DeskFrame lang={lang} viewer={viewer} place="audit" asked={{ ...question }}>
      {wrong.length > 0 && <ErrorSummary title={t('audit:problem')} problems={wrong} />}
      <h1>{t('audit:title')}</h1>
      <p>{t('audit:what')}</p>
      <Filter lang={lang} asked={asked} actions={actions} />
      {entries.length === 0 ? (
        <p>{t('audit:none')}</p>
      ) : (
        <>
          <FileLinks lang={lang} csv={address(patterns.auditCsv, question)} />
          <Entries lang={lang} entries={entries} />
        </>
      )}
      {older !== null && (
        <p>
          <a href={address(patterns.audit, question, { below: String(older) })}>{t('audit:older')}</a>
        </p>
      )}
    </DeskFrame>
  )
}

function Filter({ lang, asked, actions }: Pick<Props, 'lang' | 'asked' | 'actions'>) {
  const t = textsIn[lang]
  const { question, problems } = asked
  const day = (name: 'from' | 'to') => (
    <Field
      name={name}
      type="date"
      label={t(`audit:${name}`)}
      value={question[name]}
      problem={problems.includes(name) ? t('audit:notADay') : undefined}
    />
  )
  return (
    <form method="get" action={patterns.audit} className="filter">
      {day('from')}
      {day('to')}
      <Field name="actor" label={t('audit:actor')} value={question.actor} />
      <div className="field">
        <label htmlFor="action">{t('audit:action')}</label>
        <select id="action" name="action" defaultValue={question.action}>
          <option value="">{t('audit:anyAction')}</option>
          {actions.map((action) => (
            <option key={action}>{action}</option>
          ))}
        </select>
      </div>
      <Field name="subject" label={t('audit:subject')} value={question.subject} />
      <button type="submit">{t('audit:show')}</button>
    </form>
  )
}

function Entries({ lang, entries }: Pick<Props, 'lang' | 'entries'>) {
  const t = textsIn[lang]
  const columns = ['at', 'actor', 'action', 'subject', 'before', 'after'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="scrolls" aria-label={t('audit:title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit:${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td>{formatInstantInVietnam(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>{entry.action}</td>
              <td>{`${entry.subject_kind} ${entry.subject_id}`}</td>
              <td>{entry.before}</td>
              <td>{entry.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
