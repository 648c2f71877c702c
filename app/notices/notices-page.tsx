import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '../exports/file-links.tsx'
import type { Lang } from '../i18n/languages.ts'
import { formatCount, formatInstantInVietnam } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { Scrolling } from '../ui/scrolling.tsx'
import { askedOf, type ListedNotice, NOTICE_VIEWS, type OwnNotices } from './own-notices.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  own: OwnNotices
}

const addressOf = (path: string, asked: Record<string, string>) =>
  Object.keys(asked).length > 0 ? `${path}?${new URLSearchParams(asked)}` : path

/** What somebody should hear of, whether or not mail went out: unread first asked for, each with its way. */
export function NoticesPage({ lang, viewer, own }: Props) {
  const t = textsIn[lang]
  const { question, notices, older } = own
  const asked = askedOf(question)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="notices" asked={asked}>
      <h1>{t('notices:title')}</h1>
      <p className="quiet">{t('notices:what')}</p>
      <Views lang={lang} own={own} />
      {notices.length === 0 ? (
        <p>{t(question.view === 'chua-doc' ? 'notices:noneUnread' : 'notices:none')}</p>
      ) : (
        <>
          <NoticeForm lang={lang} own={own} />
          <FileLinks lang={lang} csv={addressOf(patterns.noticesCsv, askedOf({ ...question, below: '' }))} />
        </>
      )}
      {older !== '' && (
        <p>
          <a href={addressOf(patterns.notices, askedOf({ ...question, below: older }))}>
            {t('notices:older')}
          </a>
        </p>
      )}
    </DeskFrame>
  )
}

function Views({ lang, own }: Pick<Props, 'lang' | 'own'>) {
  const t = textsIn[lang]
  return (
    <nav className="views" aria-label={t('notices:views')}>
      {NOTICE_VIEWS.map((view) => (
        <a
          key={view}
          href={addressOf(patterns.notices, askedOf({ view, below: '' }))}
          aria-current={view === own.question.view ? 'page' : undefined}
        >
          {t(view === 'chua-doc' ? 'notices:unread' : 'notices:everyOne')}
          {view === 'chua-doc' && <span className="n">{` ${formatCount(lang, own.unseen)}`}</span>}
        </a>
      ))}
    </nav>
  )
}

/** One form: a button a line, and one for everything up to the newest shown. */
function NoticeForm({ lang, own }: Pick<Props, 'lang' | 'own'>) {
  const t = textsIn[lang]
  const { notices, question, unseen } = own
  const columns = ['event', 'at', 'read'] as const
  return (
    <form method="post" action={addressOf(patterns.notices, askedOf(question))} className="notices">
      {unseen > 0 && (
        <p>
          <button type="submit" name="through" value={notices[0]?.id ?? ''}>
            {t('notices:markAll')}
          </button>
        </p>
      )}
      <Scrolling label={t('notices:title')}>
        <table className="list">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`notices:column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notices.map((notice) => (
              <NoticeLine key={notice.id} lang={lang} notice={notice} />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </form>
  )
}

function NoticeLine({ lang, notice }: { lang: Lang; notice: ListedNotice }) {
  const t = textsIn[lang]
  const what = t(`notices:event.${notice.event}`)
  const isUnread = notice.seenAt === ''
  return (
    <tr className={isUnread ? 'unread' : undefined}>
      <th scope="row">
        <a href={notice.path}>{notice.number ? `${notice.number}: ${what}` : what}</a>
      </th>
      <td>
        {formatInstantInVietnam(notice.at)}
        {notice.mailedAt && (
          <small>{t('notices:mailed', { at: formatInstantInVietnam(notice.mailedAt) })}</small>
        )}
      </td>
      <td>
        {isUnread ? (
          <button type="submit" name="notice" value={notice.id}>
            {t('notices:mark')}
            <span className="unseen">{` ${notice.number || what}`}</span>
          </button>
        ) : (
          formatInstantInVietnam(notice.seenAt)
        )}
      </td>
    </tr>
  )
}
