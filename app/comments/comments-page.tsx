import type { Viewer } from '../auth/viewer.ts'
import type { Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { FileLinks } from '../exports/file-links.tsx'
import type { Lang } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { CommentFilterForm } from './comment-filter-form.tsx'
import { CommentList } from './comment-list.tsx'
import { CommentPeriods } from './comment-periods.tsx'
import { askedOf, type CommentQuestion, commentsAddress, readsComments } from './comment-question.ts'
import type { CommentView } from './comment-view.server.ts'
import { ThemesByOffice } from './themes-by-office.tsx'
import { ThemesOverTime } from './themes-over-time.tsx'

export interface CommentsPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  period: Period
  /** What the period, the one before and the one after are called. */
  names: { now: string; before: string; after: string }
  today: Day
  question: CommentQuestion
  /** The address asked for a page further down. */
  below: boolean
  problem: boolean
  view: CommentView
}

/** What citizens wrote in a period: themes as figures, then their words, masked. */
export function CommentsPage(props: CommentsPageProps) {
  const { lang, viewer, period, names, question, view } = props
  const t = textsIn[lang]
  const office = view.offices.find(({ id }) => id === question.office)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="comments" asked={askedOf(period, question)}>
      {props.problem && (
        <p className="problem" role="alert">
          {t('comments:notAPeriod', { period: names.now })}
        </p>
      )}
      <h1>{t('comments:title')}</h1>
      <CommentPeriods {...props} />
      <p className="lead">
        {t('comments:lead', {
          period: names.now,
          place: office?.name ?? t('comments:wholeCity'),
          n: view.figures.of === null ? '–' : formatCount(lang, view.figures.of),
        })}
      </p>
      <CommentFilterForm {...props} />
      <ThemesOverTime {...props} />
      <ThemesByOffice {...props} />
      <p className="source">{t('comments:themeNote')}</p>
      <FileLinks lang={lang} csv={commentsAddress(period, question, {}, patterns.commentThemesCsv)} />
      {readsComments(viewer.role) && (
        <p>
          <a href={patterns.commentThemes}>{t('comments:editThemes')}</a>
        </p>
      )}
      {view.list ? (
        <CommentList {...props} list={view.list} />
      ) : (
        <p className="quiet">{t('comments:figuresOnly')}</p>
      )}
    </DeskFrame>
  )
}
