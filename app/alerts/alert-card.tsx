import { firstDayOf, lastDayOf } from '../calendar/day.ts'
import type { Lang } from '../i18n/languages.ts'
import { formatInstantInVietnam } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { officeFiguresPath, patterns } from '../paths.ts'
import { TextField } from '../ui/choices.tsx'
import { Vietnamese } from '../ui/vietnamese.tsx'
import type { ListedAlert } from './alert-list.ts'

interface Props {
  lang: Lang
  alert: ListedAlert
  /** What the address asks for, kept when a form is sent. */
  asked: Record<string, string>
  /** It was to be closed without a note. */
  isUnsaid: boolean
}

/** One alert with its state, its way to the figures or the tablet, and what may be done. */
export function AlertCard({ lang, alert, asked, isUnsaid }: Props) {
  const t = textsIn[lang]
  const place = [alert.office, alert.counter, alert.device].filter(Boolean).join(' · ')
  return (
    <li id={alert.id} className={`alert ${alert.status}`}>
      <h2>{t(`alerts:kind.${alert.kind}`)}</h2>
      <p>
        <Vietnamese lang={lang}>{place}</Vietnamese>
        {alert.month && ` · ${alert.month.slice(5)}/${alert.month.slice(0, 4)}`}
      </p>
      <History lang={lang} alert={alert} />
      {alert.note && <p className="said">{alert.note}</p>}
      <p>
        <a href={whereTo(alert)}>
          {t(alert.device ? 'alerts:toKiosks' : 'alerts:toFigures')}
          <span className="unseen">{` ${place}`}</span>
        </a>
      </p>
      {alert.status !== 'closed' && <Steps {...{ lang, alert, asked, isUnsaid, place }} />}
    </li>
  )
}

/** Figures by the rules of the desk; an alert says none of its own. */
function whereTo({ device, officeId, month }: ListedAlert): string {
  if (device) return patterns.kiosks
  const period = month ? `?from=${firstDayOf(month)}&to=${lastDayOf(month)}` : ''
  return `${officeFiguresPath(officeId)}${period}`
}

function History({ lang, alert }: Pick<Props, 'lang' | 'alert'>) {
  const t = textsIn[lang]
  const { status, openedAt, acknowledgedAt, acknowledger, closedAt, closer } = alert
  return (
    <p className="history">
      <strong className="state">{t(`alerts:status.${status}`)}</strong>{' '}
      <small>
        {t('alerts:openedAt', { at: formatInstantInVietnam(openedAt) })}
        {acknowledgedAt &&
          ` · ${t('alerts:acknowledgedAt', { at: formatInstantInVietnam(acknowledgedAt), who: acknowledger })}`}
        {closedAt &&
          ` · ${t(closer ? 'alerts:closedAt' : 'alerts:endedAt', { at: formatInstantInVietnam(closedAt), who: closer })}`}
      </small>
    </p>
  )
}

function Steps({ lang, alert, asked, isUnsaid, place }: Props & { place: string }) {
  const t = textsIn[lang]
  const address =
    Object.keys(asked).length > 0 ? `${patterns.alerts}?${new URLSearchParams(asked)}` : patterns.alerts
  const what = <span className="unseen">{` ${t(`alerts:kind.${alert.kind}`)}, ${place}`}</span>
  return (
    <div className="steps">
      {alert.status === 'open' && (
        <form method="post" action={address}>
          <input type="hidden" name="alert" value={alert.id} />
          <button type="submit" name="intent" value="acknowledge">
            {t('alerts:acknowledge')}
            {what}
          </button>
        </form>
      )}
      <details open={isUnsaid}>
        <summary>
          {t('alerts:close')}
          {what}
        </summary>
        <form method="post" action={address}>
          <input type="hidden" name="alert" value={alert.id} />
          <TextField
            id={`note-${alert.id}`}
            name="note"
            label={t('alerts:note')}
            hint={t('alerts:noteHint')}
            problem={isUnsaid ? t('alerts:noteMissing') : undefined}
          />
          <button type="submit" name="intent" value="close" className="main">
            {t('alerts:closeNow')}
            {what}
          </button>
        </form>
      </details>
    </div>
  )
}
