import type { Viewer } from '../../auth/viewer.ts'
import { writtenDay } from '../../calendar/day.ts'
import type { Lang } from '../../i18n/languages.ts'
import { formatInstantInVietnam } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { Field } from '../../ui/fields.tsx'
import { earliestClose } from '../period-close.ts'
import { isClosed, type Report } from './report.ts'
import { writtenReport } from './written-report.ts'

interface Props {
  lang: Lang
  role: Viewer['role']
  report: Report
  action: string
  reasonProblem: string | undefined
}

/** Who has signed, what may be done next, and what the closed figures stand on. */
export function CloseSection({ lang, role, report, action, reasonProblem }: Props) {
  const t = textsIn[lang]
  const { close, period, today } = report
  const status = close?.status ?? 'open'
  const mayClose = today >= earliestClose(period)
  return (
    <section aria-labelledby="close">
      <h2 id="close">{t('reports:close.title')}</h2>
      <p>
        <strong>{t(`reports:status.${status}`)}</strong>
      </p>
      {isClosed(report) ? (
        <Proof lang={lang} report={report} />
      ) : (
        close && (
          <p>
            {t('reports:close.proposed', {
              name: close.proposer,
              at: formatInstantInVietnam(close.proposedAt),
            })}
          </p>
        )
      )}
      {status === 'reopening' && close && (
        <p>{t('reports:close.asked', { name: close.reopenAsker, reason: close.reopenReason })}</p>
      )}
      {status === 'open' && !mayClose && (
        <p>{t('reports:close.early', { day: writtenDay(earliestClose(period)) })}</p>
      )}
      {(status === 'proposed' || status === 'reopening') && role !== 'home_affairs' && (
        <p className="quiet">{t('reports:close.waits', { office: t('staff:role.home_affairs') })}</p>
      )}
      {role === 'city_office' && status === 'open' && mayClose && (
        <>
          <p>{t('reports:close.proposing')}</p>
          <Deed action={action} deed="propose" text={t('reports:close.propose')} main />
        </>
      )}
      {role === 'city_office' && status === 'proposed' && (
        <Deed action={action} deed="withdraw" text={t('reports:close.withdraw')} />
      )}
      {role === 'city_office' && status === 'closed' && (
        <form method="post" action={action} className="form">
          <input type="hidden" name="deed" value="ask" />
          <Field name="reason" label={t('reports:close.reason')} problem={reasonProblem} />
          <button type="submit">{t('reports:close.ask')}</button>
        </form>
      )}
      {role === 'home_affairs' && status === 'proposed' && (
        <Deed action={action} deed="sign" text={t('reports:close.sign')} main />
      )}
      {role === 'home_affairs' && status === 'reopening' && (
        <div className="actions">
          <Deed action={action} deed="reopen" text={t('reports:close.reopen')} main />
          <Deed action={action} deed="keep" text={t('reports:close.keep')} />
        </div>
      )}
    </section>
  )
}

function Proof({ lang, report }: Pick<Props, 'lang' | 'report'>) {
  return (
    <ul className="plain proof">
      {writtenReport(lang, report).proof.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Deed({ action, deed, text, main }: { action: string; deed: string; text: string; main?: boolean }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="deed" value={deed} />
      <button type="submit" className={main ? 'main' : undefined}>
        {text}
      </button>
    </form>
  )
}
