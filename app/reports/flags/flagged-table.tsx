import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { HiddenFigure, shareWords } from '../figure-words.tsx'
import type { ShareFigure } from '../rating-figure.ts'
import type { FlaggedLine, FlagsView } from './flags-view.ts'

type Props = { lang: Lang } & Pick<FlagsView, 'lines' | 'period'>

/** The city and each flagged office: figures with the flagged ratings and without them. */
export function FlaggedTable({ lang, lines, period }: Props) {
  const t = textsIn[lang]
  const columns = ['office', 'days', 'n', 'all', 'without'] as const
  const only = (office: string) =>
    `${patterns.flags}?${new URLSearchParams({ from: period.from, to: period.to, office })}`
  return (
    <section>
      <h2>{t('flags:with.title')}</h2>
      <Scrolling label={t('flags:with.title')}>
        <table className="roomy cards">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`flags:with.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  {line.name === null ? (
                    t('flags:with.city')
                  ) : (
                    <a href={only(line.id)}>
                      <Vietnamese lang={lang}>{line.name}</Vietnamese>
                    </a>
                  )}
                </th>
                <Cells lang={lang} line={line} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  )
}

function Cells({ lang, line }: { lang: Lang; line: FlaggedLine }) {
  const t = textsIn[lang]
  return (
    <>
      <td data-label={t('flags:with.days')}>{formatCount(lang, line.days)}</td>
      <td data-label={t('flags:with.n')}>
        {line.n === null ? <HiddenFigure lang={lang} /> : formatCount(lang, line.n)}
      </td>
      <td data-label={t('flags:with.all')}>
        <Share lang={lang} figure={line.all} />
      </td>
      <td data-label={t('flags:with.without')}>
        <Share lang={lang} figure={line.without} />
      </td>
    </>
  )
}

function Share({ lang, figure }: { lang: Lang; figure: ShareFigure }) {
  const t = textsIn[lang]
  if (figure.state === 'hidden') return <HiddenFigure lang={lang} />
  if (figure.state === 'none') return <>{t('flags:with.none')}</>
  return <>{t('flags:with.share', shareWords(lang, figure))}</>
}
