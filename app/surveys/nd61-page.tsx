import type { Viewer } from '#app/auth/viewer.ts'
import type { Day } from '#app/calendar/day.ts'
import { containing, next, type Period, previous } from '#app/calendar/period.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatDecimal } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { RefusedIndicators } from './indicator-form.ts'
import { IndicatorScores } from './indicator-scores.tsx'
import type { Nd61 } from './nd61-figures.ts'
import { scoredPeriodName } from './scored-period.ts'

const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export interface OfficeFigures {
  id: string
  name: string
  figures: Nd61
}

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  period: Period
  today: Day
  offices: OfficeFigures[]
  /** The office whose points are looked at or entered. */
  chosen: OfficeFigures | null
  saved: boolean
  refused: RefusedIndicators | null
}

export const nd61Address = ({ from, to }: Period, office = '') =>
  `${patterns.nd61}?${new URLSearchParams({ from, to, ...(office && { office }) })}${office && '#scores'}`

/** Every office's nine indicators in a period, their sum and band. */
export function Nd61Page(props: Props) {
  const { lang, viewer, period, chosen } = props
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="nd61" asked={{ from: period.from, to: period.to }}>
      <h1>{t('surveys:nd61.title')}</h1>
      <p className="lead">{t('surveys:nd61.about')}</p>
      <p className="lead quiet">{t('surveys:nd61.replaced')}</p>
      <Periods {...props} />
      {chosen && <IndicatorScores {...props} office={chosen} />}
      <Figures {...props} />
      <section className="notes">
        <h2>{t('surveys:nd61.list')}</h2>
        <ol className="indicators">
          {INDICATORS.map((n) => (
            <li key={n}>{t(`surveys:nd61.text.${n}`)}</li>
          ))}
        </ol>
        <p>{t('surveys:nd61.bands')}</p>
        <p>{t('surveys:nd61.hidden')}</p>
      </section>
    </DeskFrame>
  )
}

function Periods({ lang, period, today }: Props) {
  const t = textsIn[lang]
  const [before, after] = [previous(period), next(period)]
  return (
    <nav className="periods" aria-label={t('surveys:nd61.periods')}>
      <ul className="kinds">
        {(['month', 'quarter', 'year'] as const).map((kind) => (
          <li key={kind}>
            <a
              href={nd61Address(containing(kind, period.to < today ? period.to : period.from))}
              aria-current={kind === period.kind ? 'true' : undefined}
            >
              {t(`surveys:nd61.kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="neighbours">
        <li>
          <a
            href={nd61Address(before)}
            aria-label={t('surveys:nd61.previous', { period: scoredPeriodName(lang, before) })}
          >
            ‹ {scoredPeriodName(lang, before)}
          </a>
        </li>
        <li aria-current="true">{scoredPeriodName(lang, period)}</li>
        {after.from <= today && (
          <li>
            <a
              href={nd61Address(after)}
              aria-label={t('surveys:nd61.next', { period: scoredPeriodName(lang, after) })}
            >
              {scoredPeriodName(lang, after)} ›
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Figures({ lang, viewer, period, offices }: Props) {
  const t = textsIn[lang]
  const title = scoredPeriodName(lang, period)
  return (
    <section>
      <h2>{title}</h2>
      <Scrolling label={title}>
        <table className="indicator-table">
          <thead>
            <tr>
              <th scope="col">{t('surveys:nd61.office')}</th>
              {INDICATORS.map((n) => (
                <th key={n} scope="col" title={t(`surveys:nd61.text.${n}`)}>
                  {t('surveys:nd61.short', { n })}
                </th>
              ))}
              <th scope="col">{t('surveys:nd61.sum')}</th>
              <th scope="col">{t('surveys:nd61.band')}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map(({ id, name, figures }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <small>
                    <a href={nd61Address(period, id)}>
                      {t(viewer.role === 'home_affairs' ? 'surveys:nd61.enter' : 'surveys:nd61.read')}
                      <span className="unseen"> · {name}</span>
                    </a>
                  </small>
                </th>
                <Cells lang={lang} figures={figures} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <FileLinks
        lang={lang}
        csv={`${patterns.nd61Csv}?${new URLSearchParams({ from: period.from, to: period.to })}`}
      />
    </section>
  )
}

function Cells({ lang, figures: { citizens, entered, sum, band } }: { lang: Lang; figures: Nd61 }) {
  const t = textsIn[lang]
  return (
    <>
      {INDICATORS.map((indicator) => {
        const answered = citizens.find((figure) => figure.indicator === indicator)
        if (!answered) {
          return <td key={indicator}>{entered.find((score) => score.indicator === indicator)?.points}</td>
        }
        const { mean, n, hidden } = answered
        return (
          <td key={indicator}>
            {hidden && '–'}
            {mean !== null && formatDecimal(lang, mean, 2)}
            {mean !== null && n !== null && (
              <small>{t('surveys:nd61.ofN', { n: formatCount(lang, n) })}</small>
            )}
          </td>
        )
      })}
      <td>
        {sum === null ? (
          <span className="quiet">{t('surveys:nd61.incomplete')}</span>
        ) : (
          <strong>{formatDecimal(lang, sum, 2)}</strong>
        )}
      </td>
      <td className="words">{band && <strong>{t(`surveys:nd61.bandName.${band}`)}</strong>}</td>
    </>
  )
}
