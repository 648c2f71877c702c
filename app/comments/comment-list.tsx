import { writtenDay } from '../calendar/day.ts'
import { containing } from '../calendar/period.ts'
import { FileLinks } from '../exports/file-links.tsx'
import type { Lang } from '../i18n/languages.ts'
import { HTML_LANG } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { FEWEST_COMMENTS } from './comment.ts'
import { commentsAddress } from './comment-question.ts'
import type { CommentView, ShownComment } from './comment-view.server.ts'
import type { CommentsPageProps } from './comments-page.tsx'
import { MaskedWords } from './masked-words.tsx'

type Props = CommentsPageProps & { list: NonNullable<CommentView['list']> }

/** The words of citizens, masked, the newest half-day first. */
export function CommentList(props: Props) {
  const { lang, period, question, list, below } = props
  const t = textsIn[lang]
  return (
    <section aria-labelledby="comments" className="comments">
      <h2 id="comments">{t('comments:words')}</h2>
      <p className="quiet">{t('comments:maskedNote')}</p>
      {list.tooFew && (
        <p className="quiet">
          {t('comments:tooFew', { k: FEWEST_COMMENTS })}{' '}
          {period.kind !== 'year' && (
            <a href={`${commentsAddress(containing('year', period.from), question)}#comments`}>
              {t('comments:wholeYear')}
            </a>
          )}
        </p>
      )}
      {list.comments.length === 0 ? (
        <p className="empty">{t('comments:none')}</p>
      ) : (
        <>
          <p>
            {list.older || below
              ? t('comments:onPage', { n: formatCount(lang, list.comments.length) })
              : t('comments:found', { n: formatCount(lang, list.comments.length) })}
          </p>
          <FileLinks lang={lang} csv={commentsAddress(period, question, {}, patterns.commentsCsv)} />
          <ol className="comment-list">
            {list.comments.map((comment) => (
              <Comment key={`${comment.day}${comment.key}`} {...props} comment={comment} />
            ))}
          </ol>
        </>
      )}
      {list.older && (
        <p>
          <a
            className="older"
            href={`${commentsAddress(period, question)}&${new URLSearchParams({ below: list.older })}#comments`}
          >
            {t('comments:older')}
          </a>
        </p>
      )}
    </section>
  )
}

function Comment({ lang, period, question, view, comment }: Props & { comment: ShownComment }) {
  const t = textsIn[lang]
  const { office, day, half, level, reasons, themes, parts } = comment
  const time = t('comments:when', { day: writtenDay(day), half: t(`comments:half.${half}`) })
  return (
    <li className={level === null ? 'comment' : `comment level-${level}-side`}>
      <blockquote lang={HTML_LANG[comment.lang as Lang] ?? 'vi'}>
        <MaskedWords lang={lang} parts={parts} />
      </blockquote>
      <p className="about">
        <a href={commentsAddress(period, question, { office })}>
          {view.offices.find(({ id }) => id === office)?.name}
        </a>
        {' · '}
        <time dateTime={day}>{time}</time>
        {' · '}
        {level === null ? (
          <span className="quiet">{t('comments:levelHidden')}</span>
        ) : (
          <strong>{t('frame:levelOf', { word: t(`frame:level.${level}`), level })}</strong>
        )}
      </p>
      {reasons.length + themes.length > 0 && (
        <p className="marks">
          {themes.map((theme) => (
            <a
              key={theme}
              className="theme"
              href={`${commentsAddress(period, question, { theme })}#comments`}
            >
              {view.themes.find(({ id }) => id === theme)?.names[lang] ?? theme}
            </a>
          ))}
          {reasons.length > 0 && (
            <span className="quiet">
              {t('comments:ticked', {
                reasons: reasons
                  .map((reason) => view.reasons.find(({ id }) => id === reason)?.text[lang] ?? reason)
                  .join(', '),
              })}
            </span>
          )}
        </p>
      )}
    </li>
  )
}
