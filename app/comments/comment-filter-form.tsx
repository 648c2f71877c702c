import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { LEVELS } from '../statistics/level-counts.ts'
import { Choice, Field } from '../ui/fields.tsx'
import { commentsAddress, readsComments } from './comment-question.ts'
import type { CommentsPageProps } from './comments-page.tsx'

const NOTHING = { office: '', level: null, reason: '', theme: '', words: '' }
/** A step to the right in a list that knows no indentation. */
const STEP = '\u2003'

/** What to narrow by; sent, it stands in the address. */
export function CommentFilterForm({ lang, viewer, period, question, view }: CommentsPageProps) {
  const t = textsIn[lang]
  const any = t('comments:any')
  const offices = view.offices.map(({ id, name, depth }) => ({ id, name: STEP.repeat(depth) + name }))
  const levels = LEVELS.toReversed().map((level) => ({ id: String(level), name: t(`frame:level.${level}`) }))
  const reasons = view.reasons.map(({ id, text }) => ({ id, name: text[lang] }))
  const themes = view.themes.map(({ id, names }) => ({ id, name: names[lang] }))
  const { office, level, reason, theme, words } = question
  return (
    <form method="get" action={patterns.comments} className="filter comment-filter">
      <Field name="from" type="date" label={t('staff:period.from')} value={period.from} />
      <Field name="to" type="date" label={t('staff:period.to')} value={period.to} />
      <Choice
        name="office"
        label={t('comments:office')}
        value={office}
        options={offices}
        none={t('comments:wholeCity')}
      />
      {readsComments(viewer.role) && (
        <>
          <Choice
            name="level"
            label={t('comments:level')}
            value={String(level ?? '')}
            options={levels}
            none={any}
          />
          <Choice name="reason" label={t('comments:reason')} value={reason} options={reasons} none={any} />
          <Choice name="theme" label={t('comments:theme')} value={theme} options={themes} none={any} />
          <Field name="q" label={t('comments:search')} value={words} hint={t('comments:wordsHint')} />
        </>
      )}
      <p className="filter-deeds">
        <button type="submit">{t('comments:show')}</button>
        <a href={commentsAddress(period, NOTHING)}>{t('comments:clear')}</a>
      </p>
    </form>
  )
}
