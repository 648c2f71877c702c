import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatDecimal } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { BANDS } from '../surveys/nd61-score.ts'
import { CountedPanel } from './counted-panel.tsx'
import { HiddenFigure } from './figure-words.tsx'
import type { Score766, ScoreRange } from './score-of-766.ts'
import type { Nd61Number, ThreeNumbers } from './three-numbers.ts'

interface Props {
  lang: Lang
  numbers: ThreeNumbers
}

/** Points of Nghị định 61, office by office: a city has none of its own. */
export function Nd61Section({ lang, numbers: { nd61, period }, mayOpen }: Props & { mayOpen: boolean }) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="nd61">
      <h2 id="nd61">{t('numbers:nd61.title')}</h2>
      {nd61 ? (
        <>
          <p className="big-number">{bandsSentence(lang, nd61)}</p>
          <p>{t('numbers:nd61.what')}</p>
          <CountedPanel
            lang={lang}
            facts={[
              { term: t('numbers:panel.definition'), told: t('numbers:nd61.definition') },
              { term: t('numbers:panel.denominator'), told: t('numbers:nd61.denominator') },
              { term: t('numbers:panel.setAside'), told: t('numbers:panel.noneSetAside') },
              { term: t('surveys:nd61.band'), told: t('surveys:nd61.bands') },
              { term: t('numbers:panel.law'), told: t('surveys:nd61.replaced') },
            ]}
          />
          <details>
            <summary>{t('numbers:nd61.table')}</summary>
            <Nd61Table lang={lang} nd61={nd61} />
          </details>
          {mayOpen && (
            <p>
              <a href={`${patterns.nd61}?${new URLSearchParams({ from: period.from, to: period.to })}`}>
                {t('numbers:nd61.more')}
              </a>
            </p>
          )}
        </>
      ) : (
        <p>{t('numbers:nd61.periods')}</p>
      )}
    </section>
  )
}

function bandsSentence(lang: Lang, { bands, offices }: Nd61Number): string {
  const t = textsIn[lang]
  const complete = BANDS.reduce((sum, band) => sum + bands[band], 0)
  const words = { complete: formatCount(lang, complete), n: formatCount(lang, offices.length) }
  if (complete === 0) return t('numbers:nd61.none', words)
  const named = BANDS.filter((band) => bands[band] > 0).map((band) =>
    t('numbers:nd61.bandOf', { band: t(`surveys:nd61.bandName.${band}`), n: formatCount(lang, bands[band]) }),
  )
  return t('numbers:nd61.sentence', { ...words, bands: named.join(', ') })
}

function Nd61Table({ lang, nd61 }: { lang: Lang; nd61: Nd61Number }) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('numbers:nd61.table')}>
      <table className="numbers-table">
        <thead>
          <tr>
            <th scope="col">{t('surveys:nd61.office')}</th>
            <th scope="col" className="n">
              {t('surveys:nd61.sum')}
            </th>
            <th scope="col">{t('surveys:nd61.band')}</th>
          </tr>
        </thead>
        <tbody>
          {nd61.offices.map(({ id, name, sum, band }) => (
            <tr key={id}>
              <th scope="row" lang={lang === 'vi' ? undefined : 'vi'}>
                {name}
              </th>
              <td className="n">
                {sum === null ? t('surveys:nd61.incomplete') : formatDecimal(lang, sum, 2)}
              </td>
              <td>{band && t(`surveys:nd61.bandName.${band}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** "5,33", or "5,33–5,41" where it is only known between which bounds. */
export const writtenRange = (lang: Lang, { least, most }: ScoreRange): string =>
  least === most
    ? formatDecimal(lang, least, 2)
    : `${formatDecimal(lang, least, 2)}–${formatDecimal(lang, most, 2)}`

/** The satisfaction group of Quyết định 766: what the national portal reckons for itself. */
export function Section766({ lang, numbers: { score766, definition } }: Props) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="score-766">
      <h2 id="score-766">{t('numbers:score766.title')}</h2>
      {score766 ? (
        <>
          <p className="big-number">
            {score766.total ? (
              <>
                <strong>{writtenRange(lang, score766.total)}</strong> {t('numbers:score766.outOf')}
              </>
            ) : (
              t('numbers:score766.notShown')
            )}
          </p>
          <p>{t('numbers:score766.what')}</p>
          <Parts lang={lang} score={score766} minimumN={definition.minimumN} />
          <CountedPanel
            lang={lang}
            facts={[
              { term: t('numbers:panel.definition'), told: t('numbers:score766.definition') },
              { term: t('numbers:panel.denominator'), told: t('numbers:score766.denominator') },
              { term: t('numbers:score766.twice'), told: t('numbers:score766.range') },
              { term: t('numbers:panel.setAside'), told: t('numbers:panel.noneSetAside') },
            ]}
          />
        </>
      ) : (
        <p>{t('numbers:score766.months')}</p>
      )}
    </section>
  )
}

function Parts({ lang, score, minimumN }: { lang: Lang; score: Score766; minimumN: number }) {
  const t = textsIn[lang]
  const count = (n: number) => formatCount(lang, n)
  const hidden = <HiddenFigure lang={lang} k={minimumN} />
  const none = score.petitions === 0
  const petitions = none
    ? t('numbers:score766.noPetitions')
    : t('numbers:score766.petitions', { n: count(score.petitions) })
  const parts = [
    {
      key: 'dossiers' as const,
      points: score.dossiers && writtenRange(lang, score.dossiers),
      basis: t('numbers:score766.dossiersOf', {
        received: count(score.received),
        overdue: count(score.overdue),
        disliked: score.disliked === null ? '–' : count(score.disliked),
      }),
    },
    { key: 'onTime' as const, points: formatDecimal(lang, score.onTime, 2), basis: petitions },
    {
      key: 'satisfied' as const,
      points: score.satisfied === null ? null : formatDecimal(lang, score.satisfied, 2),
      basis: petitions,
    },
  ]
  return (
    <Scrolling label={t('numbers:score766.part')}>
      <table className="numbers-table cards">
        <thead>
          <tr>
            <th scope="col">{t('numbers:score766.part')}</th>
            <th scope="col" className="n">
              {t('numbers:score766.points')}
            </th>
            <th scope="col">{t('numbers:score766.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, points, basis }) => (
            <tr key={key}>
              <th scope="row">{t(`numbers:score766.${key}`)}</th>
              <td className="n" data-label={t('numbers:score766.points')}>
                {points ?? hidden}
              </td>
              <td data-label={t('numbers:score766.basis')}>{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
