import type { Viewer } from '../auth/viewer.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { DeskFrame } from '../ui/desk-frame.tsx'
import { ErrorSummary } from '../ui/fields.tsx'
import type { Theme } from './theme.ts'
import type { ThemeProblem, TypedTheme } from './theme-form.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  themes: Theme[]
  saved: boolean
  isReading: boolean
  refused: { typed: TypedTheme; problem: ThemeProblem } | null
}

const NEW = { id: '', names: { vi: '', en: '', zh: '' }, keywords: '' }

/** The dictionary that comments are sorted by: a form a theme. */
export function ThemesPage({ lang, viewer, themes, saved, isReading, refused }: Props) {
  const t = textsIn[lang]
  const typed = (theme: Theme): TypedTheme =>
    refused?.typed.id === theme.id ? refused.typed : { ...theme, keywords: theme.keywords.join(', ') }
  return (
    <DeskFrame lang={lang} viewer={viewer} place="comments">
      {refused && (
        <ErrorSummary
          title={t(`comments:edit.problem.${refused.problem}`)}
          problems={[
            {
              name: fieldOf(refused.typed.id, refused.problem),
              text: refused.typed.names[lang] || t('comments:edit.add'),
            },
          ]}
        />
      )}
      <p>
        <a href={patterns.comments}>{t('comments:edit.back')}</a>
      </p>
      <h1>{t('comments:edit.title')}</h1>
      <p className="lead">{t('comments:edit.about')}</p>
      {saved && <p role="status">{t('comments:edit.saved')}</p>}
      {!saved && isReading && <p role="status">{t('comments:edit.reading')}</p>}
      {themes.map((theme) => (
        <details key={theme.id} className="theme-details" open={refused?.typed.id === theme.id}>
          <summary>{theme.names[lang]}</summary>
          <ThemeForm lang={lang} title={theme.names[lang]} theme={typed(theme)} />
        </details>
      ))}
      <ThemeForm
        lang={lang}
        title={t('comments:edit.add')}
        theme={refused?.typed.id === '' ? refused.typed : NEW}
      />
    </DeskFrame>
  )
}

const fieldOf = (theme: string, problem: ThemeProblem): string =>
  `${problem === 'keywords' ? 'keywords' : 'vi'}-${theme}`

function ThemeForm({ lang, title, theme }: { lang: Lang; title: string; theme: TypedTheme }) {
  const t = textsIn[lang]
  const { id, names, keywords } = theme
  const heading = `theme-${id}`
  return (
    <form method="post" action={patterns.commentThemes} className="theme-form" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <input type="hidden" name="theme" value={id} />
      {(['vi', 'en', 'zh'] as const).map((each) => (
        <div key={each} className="field">
          <label htmlFor={`${each}-${id}`}>{t(`comments:edit.name.${each}`)}</label>
          <input id={`${each}-${id}`} name={each} defaultValue={names[each]} />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`keywords-${id}`}>{t('comments:edit.keywords')}</label>
        <textarea id={`keywords-${id}`} name="keywords" rows={4} defaultValue={keywords} />
      </div>
      <p className="filter-deeds">
        <button type="submit" name="do" value="save">
          {t('comments:edit.save')}
        </button>
        {id !== '' && (
          <button type="submit" name="do" value="remove" className="second">
            {t('comments:edit.remove')}
          </button>
        )}
      </p>
    </form>
  )
}
