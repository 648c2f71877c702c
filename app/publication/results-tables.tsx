import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { publicOfficePath } from '#app/paths.ts'
import { InVietnamese } from '#app/ui/citizen-document.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { HiddenFigure, shareWords, VerdictChip } from '../reports/figure-words.tsx'
import { writtenMonth } from '../reports/written-period.ts'
import type { PublishedLine, PublishedMonth } from './publication.ts'

/** The newest month of every office, the city's sum first. */
export function OfficesTable({ lang, month }: { lang: Lang; month: PublishedMonth }) {
  const t = textsIn[lang]
  const title = t('publication:offices', { month: writtenMonth(lang, month.month) })
  return (
    <section className="offices">
      <h2>{title}</h2>
      <Scrolling label={title}>
        <Results lang={lang} first={t('publication:columns.office')}>
          <Row lang={lang} line={month.city} name={month.city.name || t('publication:city')} />
          {month.offices.map((line) => (
            <Row
              key={line.id}
              lang={lang}
              line={line}
              name={
                <>
                  <a href={publicOfficePath(line.id)}>
                    <InVietnamese lang={lang}>{line.name}</InVietnamese>
                  </a>
                  {line.outside && <small> {t('staff:offices.outside')}</small>}
                </>
              }
            />
          ))}
        </Results>
      </Scrolling>
    </section>
  )
}

interface MonthsProps {
  lang: Lang
  lines: { month: PublishedMonth; line: PublishedLine | null }[]
}

/** One place's twelve months, the newest first. */
export function MonthsTable({ lang, lines }: MonthsProps) {
  const t = textsIn[lang]
  return (
    <section className="by-month">
      <h2>{t('publication:byMonth')}</h2>
      <Scrolling label={t('publication:byMonth')}>
        <Results lang={lang} first={t('publication:columns.month')}>
          {lines.toReversed().map(({ month, line }) =>
            line ? (
              <Row
                key={month.month}
                lang={lang}
                line={line}
                name={
                  <>
                    {writtenMonth(lang, month.month)}
                    {month.record && <small> {t('publication:record', { hash: month.record })}</small>}
                  </>
                }
              />
            ) : null,
          )}
        </Results>
      </Scrolling>
    </section>
  )
}

const COLUMNS = [
  'n',
  'share',
  'range',
  'verdict',
  'rated',
  'onTime',
  'received',
  'answered',
  'inTime',
] as const

function Results({ lang, first, children }: { lang: Lang; first: string; children: ReactNode }) {
  const t = textsIn[lang]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`publication:columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Row({ lang, line, name }: { lang: Lang; line: PublishedLine; name: ReactNode }) {
  const { ratings, petitions, rated, returned, onTime } = line
  const count = (n: number | undefined) =>
    n === undefined ? <HiddenFigure lang={lang} /> : formatCount(lang, n)
  return (
    <tr>
      <th scope="row">{name}</th>
      {ratings.state === 'shown' ? (
        <>
          <td>{formatCount(lang, ratings.n)}</td>
          <td>{shareWords(lang, ratings).share}</td>
          <td>{shareWords(lang, ratings).range}</td>
          <td>
            <VerdictChip lang={lang} verdict={ratings.verdict} />
          </td>
        </>
      ) : (
        <>
          <td>{count(ratings.state === 'none' ? 0 : undefined)}</td>
          <td />
          <td />
          <td />
        </>
      )}
      <Of lang={lang} part={rated} whole={returned} />
      <Of lang={lang} part={onTime} whole={returned} />
      <td>{count(petitions?.received)}</td>
      <td>{count(petitions?.answered)}</td>
      <td>{count(petitions?.onTime)}</td>
    </tr>
  )
}

/** A share with both its counts, so that nothing stands in a file alone. */
function Of({ lang, part, whole }: { lang: Lang; part: number | null; whole: number | null }) {
  if (part === null || whole === null)
    return (
      <td>
        <HiddenFigure lang={lang} />
      </td>
    )
  const share = percentOf(lang, part, whole)
  return (
    <td>
      {share} <small>{`${formatCount(lang, part)}/${formatCount(lang, whole)}`}</small>
    </td>
  )
}
