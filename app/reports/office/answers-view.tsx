import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatDecimal, formatPercent, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import type { Nd61 } from '../../surveys/nd61-figures.ts'
import { HiddenFigure } from '../figure-words.tsx'
import { lowestShown } from '../monthly-chart.ts'
import { officeFiguresCsvAddress } from '../written-period.ts'
import type { AnswerFigures, CriterionLine, ReasonFigures } from './answers.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import type { OfficeHead } from './office-desk.ts'

interface Props {
  lang: Lang
  head: OfficeHead
  figures: AnswerFigures
}

/** What was answered after the rating: reasons, points of NĐ 61, factors of SIPAS. */
export function AnswersView({ lang, head, figures }: Props) {
  const t = textsIn[lang]
  const { reasons, criteria, nd61 } = figures
  const csv = (table: string) => officeFiguresCsvAddress(head.office.id, head.period, table)
  return (
    <>
      <section aria-labelledby="reasons">
        <h2 id="reasons">{t('desk:answers.reasons')}</h2>
        {reasons.length === 0 && <p>{t('desk:answers.none')}</p>}
        {reasons.map((question) => (
          <Reasons key={question.identity} lang={lang} question={question} />
        ))}
        {reasons.length > 0 && <FileLinks lang={lang} csv={csv('ly-do')} />}
      </section>
      <section aria-labelledby="nd61">
        <h2 id="nd61">{t('surveys:nd61.title')}</h2>
        {nd61 ? <Points lang={lang} nd61={nd61} /> : <p>{t('desk:answers.notScored')}</p>}
        {nd61 && <FileLinks lang={lang} csv={csv('nd61')} />}
      </section>
      <section aria-labelledby="sipas">
        <h2 id="sipas">{t('desk:answers.sipas')}</h2>
        {criteria.length === 0 ? (
          <p>{t('desk:answers.none')}</p>
        ) : (
          <Criteria lang={lang} criteria={criteria} />
        )}
        <p className="source">{t('surveys:note.sipas22')}</p>
        {criteria.length > 0 && <FileLinks lang={lang} csv={csv('sipas')} />}
      </section>
    </>
  )
}

const BAR = { width: 160, height: 14 }

function Reasons({ lang, question }: { lang: Lang; question: ReasonFigures }) {
  const t = textsIn[lang]
  const { text, n, options } = question
  return (
    <>
      <h3>{text[lang]}</h3>
      <Scrolling label={`${t('desk:answers.option')}: ${text[lang]}`}>
        <table className="numbers reasons">
          <thead>
            <tr>
              <th scope="col">{t('desk:answers.option')}</th>
              <th scope="col">{t('desk:answers.chosen')}</th>
              <th scope="col">{t('desk:answers.ofAnswers')}</th>
              <th scope="col">
                <span className="unseen">{t('desk:answers.bar')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.id}>
                <th scope="row">{option.text[lang]}</th>
                {option.n === null || n === null ? (
                  <>
                    <td>
                      <HiddenFigure lang={lang} />
                    </td>
                    <td />
                    <td />
                  </>
                ) : (
                  <>
                    <td>{formatCount(lang, option.n)}</td>
                    <td>{percentOf(lang, option.n, n)}</td>
                    <td>
                      <svg
                        className="share-bar"
                        viewBox={`0 0 ${BAR.width} ${BAR.height}`}
                        aria-hidden="true"
                      >
                        <rect className="whole" width={BAR.width} height={BAR.height} />
                        <rect className="part" width={(option.n / n) * BAR.width} height={BAR.height} />
                      </svg>
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p className="source">
        {n === null ? t('staff:offices.hidden') : t('desk:answers.answered', { n: formatCount(lang, n) })}
      </p>
    </>
  )
}

const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

function Points({ lang, nd61: { citizens, entered, sum, band } }: { lang: Lang; nd61: Nd61 }) {
  const t = textsIn[lang]
  return (
    <>
      <Scrolling label={t('desk:answers.indicator')}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('desk:answers.indicator')}</th>
              <th scope="col">{t('desk:answers.points')}</th>
              <th scope="col">{t('staff:offices.ratings')}</th>
            </tr>
          </thead>
          <tbody>
            {INDICATORS.map((n) => {
              const said = citizens.find(({ indicator }) => indicator === n)
              const given = entered.find(({ indicator }) => indicator === n)
              return (
                <tr key={n}>
                  <th scope="row">{`${n}. ${t(`surveys:nd61.text.${n}`)}`}</th>
                  <td>
                    {said?.hidden && <HiddenFigure lang={lang} />}
                    {said?.mean != null && formatDecimal(lang, said.mean, 2)}
                    {given && formatCount(lang, given.points)}
                  </td>
                  <td>{said?.n != null && formatCount(lang, said.n)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
      <p>
        {sum === null || band === null
          ? t('desk:answers.noSum')
          : t('desk:answers.sum', {
              sum: formatDecimal(lang, sum, 2),
              band: t(`surveys:nd61.bandName.${band}`),
            })}
      </p>
      <p className="source">{t('surveys:nd61.replaced')}</p>
    </>
  )
}

function Criteria({ lang, criteria }: { lang: Lang; criteria: CriterionLine[] }) {
  const t = textsIn[lang]
  const shown = criteria.flatMap(({ figure }) => (figure.state === 'shown' ? [figure.share] : []))
  const lowest = lowestShown(shown, SATISFIED_TARGET)
  return (
    <>
      <Scrolling label={t('desk:answers.criterion')}>
        <BreakdownTable
          {...{ lang, lowest }}
          title={t('desk:answers.criterion')}
          lines={criteria.map((line) => ({ ...line, name: line.text[lang] }))}
        />
      </Scrolling>
      <p className="source">
        {t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })} {t('desk:breakdown.how')}
      </p>
    </>
  )
}
