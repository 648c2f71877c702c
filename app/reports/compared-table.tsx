import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatDecimal } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { TwoProportions } from '../statistics/two-proportions.ts'
import type { ComparedPair } from './compared-shares.ts'
import { HiddenFigure, shareWords } from './figure-words.tsx'
import type { ShareFigure } from './rating-figure.ts'
import type { ShareNumber } from './three-numbers.ts'

interface Props {
  lang: Lang
  minimumN: number
}

/** Two groups of ratings a line, with the difference between them and whether it is more than chance. */
export function ComparedTable({ lang, minimumN, share }: Props & { share: ShareNumber }) {
  const t = textsIn[lang]
  const pairs: { key: 'phoneAndKiosk' | 'linkAndPlacard'; pair: ComparedPair }[] = [
    { key: 'phoneAndKiosk', pair: share.phoneAndKiosk },
    { key: 'linkAndPlacard', pair: share.linkAndPlacard },
  ]
  return (
    <Scrolling label={t('numbers:compared.title')}>
      <table className="numbers-table cards">
        <thead>
          <tr>
            {(['what', 'first', 'second', 'difference', 'test'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`numbers:compared.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ key, pair }) => (
            <tr key={key}>
              <th scope="row">{t(`numbers:compared.${key}`)}</th>
              <td data-label={t('numbers:compared.first')}>
                <Figure lang={lang} minimumN={minimumN} figure={pair.first} />
              </td>
              <td data-label={t('numbers:compared.second')}>
                <Figure lang={lang} minimumN={minimumN} figure={pair.second} />
              </td>
              <td data-label={t('numbers:compared.difference')}>
                {pair.test && differenceOf(lang, pair.test)}
              </td>
              <td data-label={t('numbers:compared.test')}>{pair.test && verdictOf(lang, pair.test)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('numbers:compared.early')}</th>
            <td colSpan={4}>{t('numbers:compared.noEarly')}</td>
          </tr>
        </tbody>
      </table>
    </Scrolling>
  )
}

function Figure({ lang, minimumN, figure }: Props & { figure: ShareFigure }) {
  const t = textsIn[lang]
  if (figure.state === 'hidden') return <HiddenFigure lang={lang} k={minimumN} />
  if (figure.state === 'none') return t('staff:offices.noRatings')
  return t('numbers:compared.figure', shareWords(lang, figure))
}

/** "+1,2 điểm (0,1–2,3)": percentage points with their interval. */
export function differenceOf(lang: Lang, { difference, lower, upper }: TwoProportions): string {
  const points = (value: number) => `${value < 0 ? '−' : ''}${formatDecimal(lang, Math.abs(value) * 100, 1)}`
  return textsIn[lang]('numbers:compared.points', {
    points: `${difference > 0 ? '+' : ''}${points(difference)}`,
    lower: points(lower),
    upper: points(upper),
  })
}

const ALPHA = 0.05

const verdictOf = (lang: Lang, { p }: TwoProportions): string =>
  textsIn[lang](p < ALPHA ? 'numbers:compared.differs' : 'numbers:compared.chance', {
    p: p < 0.001 ? `<${formatDecimal(lang, 0.001, 3)}` : formatDecimal(lang, p, 3),
  })

/** Each procedure against all others, in the order of fields and codes. */
export function ProcedureTable({
  lang,
  minimumN,
  procedures,
}: Props & { procedures: NonNullable<ShareNumber['procedures']> }) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('numbers:procedures.title')}>
      <table className="numbers-table">
        <thead>
          <tr>
            <th scope="col">{t('numbers:procedures.procedure')}</th>
            <th scope="col" className="n">
              {t('staff:offices.ratings')}
            </th>
            <th scope="col">{t('staff:offices.share')}</th>
            <th scope="col">{t('numbers:procedures.against')}</th>
          </tr>
        </thead>
        <tbody>
          {procedures.map(({ id, code, name, figure, test, differs }) => (
            <tr key={id}>
              <th scope="row" lang={lang === 'vi' || id === '' ? undefined : 'vi'}>
                {id === '' ? t('numbers:procedures.unknown') : `${code} ${name}`}
              </th>
              <td className="n">
                {figure.state === 'shown' ? (
                  formatCount(lang, figure.n)
                ) : (
                  <HiddenFigure lang={lang} k={minimumN} />
                )}
              </td>
              <td>{figure.state === 'shown' && t('numbers:compared.range', shareWords(lang, figure))}</td>
              <td>
                {test && differenceOf(lang, test)}
                {differs && (
                  <small>
                    <span className={`chip ${differs === 'below' ? 'not_met' : 'met'}`}>
                      <span aria-hidden="true">{differs === 'below' ? '▼' : '▲'}</span>{' '}
                      {t(`numbers:procedures.${differs}`)}
                    </span>
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
