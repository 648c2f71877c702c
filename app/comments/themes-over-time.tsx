import type { Lang } from '../i18n/languages.ts'
import { formatCount, percentOf } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { Scrolling } from '../ui/scrolling.tsx'
import { commentsAddress, readsComments } from './comment-question.ts'
import type { CommentsPageProps } from './comments-page.tsx'
import type { ThemeFigure } from './theme-figures.ts'

const [WIDTH, HEIGHT, STEP, BAR] = [144, 28, 12, 9]

const shortMonth = (month: string): string => `${month.slice(5)}/${month.slice(2, 4)}`

/** How often each theme comes up, and how that went over twelve months. */
export function ThemesOverTime({ lang, viewer, period, question, view }: CommentsPageProps) {
  const t = textsIn[lang]
  const { of, themes, months } = view.figures
  const names = new Map(view.themes.map(({ id, names }) => [id, names[lang]]))
  const highest = Math.max(1, ...themes.flatMap((theme) => theme.months.map((n) => n ?? 0)))
  return (
    <section className="themes" aria-labelledby="themes">
      <h2 id="themes">{t('comments:themes')}</h2>
      <Scrolling label={t('comments:themeTable')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('comments:theme')}</th>
              <th scope="col">{t('comments:n')}</th>
              <th scope="col">{t('comments:share')}</th>
              <th scope="col">
                {t('comments:twelveMonths', {
                  from: shortMonth(months[0] ?? ''),
                  to: shortMonth(months.at(-1) ?? ''),
                })}
              </th>
            </tr>
          </thead>
          <tbody>
            {themes.map((figure) => (
              <tr key={figure.theme} className={question.theme === figure.theme ? 'chosen' : undefined}>
                <th scope="row">
                  {readsComments(viewer.role) ? (
                    <a
                      href={`${commentsAddress(period, question, { theme: figure.theme })}#comments`}
                      aria-current={question.theme === figure.theme ? 'true' : undefined}
                    >
                      {names.get(figure.theme)}
                    </a>
                  ) : (
                    names.get(figure.theme)
                  )}
                </th>
                <td>{shown(lang, figure.n)}</td>
                <td>{figure.n === null || of === null ? '–' : (percentOf(lang, figure.n, of) ?? '–')}</td>
                <td className="trend">
                  <Trend
                    lang={lang}
                    name={names.get(figure.theme) ?? ''}
                    figure={figure}
                    months={months}
                    highest={highest}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <details>
        <summary>{t('comments:monthTable')}</summary>
        <Scrolling label={t('comments:monthTable')}>
          <MonthTable lang={lang} names={names} themes={themes} months={months} />
        </Scrolling>
      </details>
    </section>
  )
}

const shown = (lang: Lang, n: number | null): string => (n === null ? '–' : formatCount(lang, n))

interface TrendProps {
  lang: Lang
  name: string
  figure: ThemeFigure
  months: string[]
  highest: number
}

/** A bar a month, all themes on one scale; a hidden month is a mark at the foot, never a guess. */
function Trend({ lang, name, figure, months, highest }: TrendProps) {
  const id = `trend-${figure.theme}`
  const said = months.map((month, at) => `${shortMonth(month)}: ${shown(lang, figure.months[at] ?? null)}`)
  return (
    <svg className="trend-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
      <title id={id}>{`${name}. ${said.join('; ')}`}</title>
      <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {figure.months.map((n, at) => {
        const x = at * STEP + 1.5
        const height = n === null ? 0 : (n / highest) * (HEIGHT - 2)
        return n === null ? (
          <path key={months[at]} className="unknown" d={`M${x + 1} ${HEIGHT - 4}h${BAR - 2}`} />
        ) : (
          <rect key={months[at]} x={x} y={HEIGHT - 1 - height} width={BAR} height={height} />
        )
      })}
    </svg>
  )
}

function MonthTable({
  lang,
  names,
  themes,
  months,
}: {
  lang: Lang
  names: Map<string, string>
  themes: ThemeFigure[]
  months: string[]
}) {
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{textsIn[lang]('comments:theme')}</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {shortMonth(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {themes.map((figure) => (
          <tr key={figure.theme}>
            <th scope="row">{names.get(figure.theme)}</th>
            {figure.months.map((n, at) => (
              <td key={months[at]}>{shown(lang, n)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
