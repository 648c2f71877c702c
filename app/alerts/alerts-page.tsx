import type { Viewer } from '../auth/viewer.ts'
import { FileLinks } from '../exports/file-links.tsx'
import type { Lang } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { ErrorSummary } from '../ui/fields.tsx'
import { AlertCard } from './alert-card.tsx'
import { ALERT_VIEWS, type AlertList, askedOf } from './alert-list.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  list: AlertList
  /** The alert that was to be closed without a note. */
  unsaid?: string
}

const addressOf = (path: string, asked: Record<string, string>) =>
  Object.keys(asked).length > 0 ? `${path}?${new URLSearchParams(asked)}` : path

/** What the rules found, open first: where, since when, and what is done about it; no count stands here. */
export function AlertsPage({ lang, viewer, list, unsaid }: Props) {
  const t = textsIn[lang]
  const { question, alerts, older } = list
  const asked = askedOf(question)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="alerts" asked={asked}>
      {unsaid && (
        <ErrorSummary
          title={t('alerts:wrong')}
          problems={[{ name: `note-${unsaid}`, text: t('alerts:noteMissing') }]}
        />
      )}
      <h1>{t('alerts:title')}</h1>
      <p className="quiet">{t('alerts:what')}</p>
      <nav className="views" aria-label={t('alerts:views')}>
        {ALERT_VIEWS.map((view) => (
          <a
            key={view}
            href={addressOf(patterns.alerts, askedOf({ view, below: '' }))}
            aria-current={view === question.view ? 'page' : undefined}
          >
            {t(view === 'dang-mo' ? 'alerts:openOnes' : 'alerts:closedOnes')}
            {view === 'dang-mo' && <span className="n">{` ${formatCount(lang, list.open)}`}</span>}
          </a>
        ))}
      </nav>
      {alerts.length === 0 ? (
        <p className="empty">{t(question.view === 'dang-mo' ? 'alerts:noneOpen' : 'alerts:noneClosed')}</p>
      ) : (
        <>
          <ul className="alerts">
            {alerts.map((alert) => (
              <AlertCard
                key={alert.id}
                lang={lang}
                alert={alert}
                asked={asked}
                isUnsaid={alert.id === unsaid}
              />
            ))}
          </ul>
          <FileLinks lang={lang} csv={addressOf(patterns.alertsCsv, askedOf({ ...question, below: '' }))} />
        </>
      )}
      {older !== '' && (
        <p>
          <a href={addressOf(patterns.alerts, askedOf({ ...question, below: older }))}>{t('alerts:older')}</a>
        </p>
      )}
      <p>
        <a className="back" href={patterns.alertRules}>
          {t('alerts:rules.title')}
        </a>
      </p>
    </DeskFrame>
  )
}
