import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { CitizenFrame, InVietnamese } from '#app/ui/citizen-document.tsx'
import { MonthlyLine } from '../reports/monthly-line.tsx'
import { writtenMonth } from '../reports/written-period.ts'
import { AnswersSection } from './answers-section.tsx'
import { DataDictionary, HowCounted } from './how-counted.tsx'
import { LineFigures } from './line-figures.tsx'
import { ANSWERS_OF_THE_CITY, linesOf, type Publication } from './publication.ts'
import { MonthsTable, OfficesTable } from './results-tables.tsx'

export interface ResultsPageProps {
  lang: Lang
  publication: Publication
  /** null: the city. */
  office: string | null
  /** When the figures last changed. */
  updatedAt: string
}

/** Results in public: of the city with its offices, or of one office; on paper a poster. */
export function ResultsPage({ lang, publication, office, updatedAt }: ResultsPageProps) {
  const t = textsIn[lang]
  const lines = linesOf(publication, office)
  const newest = publication.months.at(-1)
  const last = lines.at(-1)?.line
  const name = lines.findLast(({ line }) => line)?.line?.name || t('publication:city')
  if (!newest) return null
  return (
    <CitizenFrame lang={lang}>
      <main className="wide results">
        <h1>{t('publication:title')}</h1>
        <p className="whose">
          <InVietnamese lang={lang}>{name}</InVietnamese> · {writtenMonth(lang, newest.month)}
        </p>
        {office !== null && (
          <p className="back">
            <a href={patterns.publicResults}>{t('publication:back')}</a>
          </p>
        )}
        {last ? (
          <LineFigures lang={lang} line={last} k={publication.minimumN} />
        ) : (
          <p className="note">{t('publication:notInMonth')}</p>
        )}
        <MonthlyLine
          lang={lang}
          title={t('publication:line', { name })}
          months={lines.map(({ month, line }) => ({
            month: month.month,
            figure: line?.ratings ?? { state: 'none' },
          }))}
        />
        {office === null && <OfficesTable lang={lang} month={newest} />}
        <MonthsTable lang={lang} lines={lines} />
        <AnswersSection
          lang={lang}
          answers={publication.answers
            .filter(({ officeId }) => office === null || officeId === office)
            .slice(0, ANSWERS_OF_THE_CITY)}
        />
        <HowCounted lang={lang} month={newest} k={publication.minimumN} />
        <section id="du-lieu" className="data" aria-labelledby="data">
          <h2 id="data">{t('publication:data.title')}</h2>
          <p>
            <a href={patterns.publicResultsCsv}>{t('publication:data.csv')}</a>
            {' · '}
            <a href={patterns.publicResultsJson}>{t('publication:data.json')}</a>
          </p>
          <DataDictionary lang={lang} />
        </section>
      </main>
      <footer>
        {t('publication:updated', { at: formatInstantInVietnam(updatedAt) })}
        {newest.record && ` ${t('publication:record', { hash: newest.record })}`}
      </footer>
    </CitizenFrame>
  )
}
