import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { Scrolling } from '../ui/scrolling.tsx'
import { commentsAddress } from './comment-question.ts'
import type { CommentsPageProps } from './comments-page.tsx'

/** Themes of each office with comments, in the tree's order. */
export function ThemesByOffice({ lang, period, question, view }: CommentsPageProps) {
  const t = textsIn[lang]
  const shown = (n: number | null) => (n === null ? '–' : formatCount(lang, n))
  const offices = new Map(view.offices.map((office) => [office.id, office]))
  const lines = view.byOffice.filter(({ of }) => of !== 0)
  return (
    <details className="by-office">
      <summary>{t('comments:byOffice')}</summary>
      <Scrolling label={t('comments:byOffice')}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('comments:office')}</th>
              <th scope="col">{t('comments:n')}</th>
              {view.themes.map(({ id, names }) => (
                <th key={id} scope="col">
                  {names[lang]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ office, of, ns }) => (
              <tr key={office}>
                <th scope="row" className={`depth-${Math.min(offices.get(office)?.depth ?? 0, 3)}`}>
                  <a href={commentsAddress(period, question, { office })}>{offices.get(office)?.name}</a>
                </th>
                <td>{shown(of)}</td>
                {ns.map((n, at) => (
                  <td key={view.themes[at]?.id}>{shown(n)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </details>
  )
}
