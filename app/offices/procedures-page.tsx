import { LAST_DAY } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps } from './administration-frame.tsx'
import type { Refused } from './outcome.ts'
import type { LineProblem, ProcedureList } from './procedure.ts'
import { AddProcedure, EndProcedure, ImportFile } from './procedure-forms.tsx'
import { writtenSpan } from './written-span.ts'

const MOST_PROBLEMS = 50

interface Props extends AdministrationProps {
  list: ProcedureList
  refused: Refused | null
  /** What is wrong with a file that was not taken in. */
  lines: LineProblem[] | null
  /** How many lines of a file were new. */
  added: number
}

/** The list of procedures with their fields and validity; add, end, take in from a file. */
export function ProceduresPage({ list, refused, lines, added, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const asked = list.search ? { tim: list.search } : undefined
  return (
    <AdministrationFrame
      {...frame}
      {...(asked ? { asked } : {})}
      title={t('offices:procedures.title')}
      refused={refused}
      counted={added}
    >
      {lines && <BadLines lang={lang} lines={lines} />}
      <form method="get" action={patterns.procedures} className="in-a-row">
        <InputField id="tim" name="tim" label={t('offices:procedures.search')} value={list.search} />
        <button type="submit">{t('offices:procedures.find')}</button>
      </form>
      <p>
        {t('offices:procedures.count', { n: formatCount(lang, list.total) })} ·{' '}
        <a href={patterns.proceduresCsv}>{t('offices:procedures.csv')}</a>
      </p>
      {list.total === 0 ? (
        <p className="empty">{t('offices:procedures.none')}</p>
      ) : (
        <ProcedureTable lang={lang} list={list} mayChange={mayChange} refused={refused} />
      )}
      {list.total > list.procedures.length && (
        <p>{t('offices:procedures.more', { n: formatCount(lang, list.procedures.length) })}</p>
      )}
      {mayChange && (
        <>
          <AddProcedure lang={lang} list={list} refused={refused?.intent === 'add' ? refused : null} />
          <ImportFile lang={lang} />
        </>
      )}
    </AdministrationFrame>
  )
}

function BadLines({ lang, lines }: { lang: Lang; lines: LineProblem[] }) {
  const t = textsIn[lang]
  const words = ({ problem, detail }: LineProblem) => {
    switch (problem) {
      case 'not_utf8':
      case 'quotes':
      case 'columns':
      case 'cells':
      case 'empty_file':
      case 'overlap':
        return t(`offices:lineProblem.${problem}`, { detail })
      default:
        return `${detail}: ${t(`offices:problem.${problem}`)}`
    }
  }
  return (
    <div className="error-summary" role="alert">
      <h2>{t('offices:procedures.badTitle')}</h2>
      <ul>
        {lines.slice(0, MOST_PROBLEMS).map((bad) => (
          <li key={`${bad.line} ${bad.problem} ${bad.detail}`}>
            {t('offices:procedures.line', { line: bad.line })}: {words(bad)}
          </li>
        ))}
        {lines.length > MOST_PROBLEMS && (
          <li>{t('offices:procedures.moreLines', { n: formatCount(lang, lines.length - MOST_PROBLEMS) })}</li>
        )}
      </ul>
    </div>
  )
}

interface TableProps {
  lang: Lang
  list: ProcedureList
  mayChange: boolean
  refused: Refused | null
}

function ProcedureTable({ lang, list, mayChange, refused }: TableProps) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('offices:procedures.title')}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('offices:procedures.code')}</th>
            <th scope="col">{t('offices:field.name')}</th>
            <th scope="col">{t('offices:procedures.field')}</th>
            <th scope="col">{t('offices:field.validity')}</th>
            {mayChange && <th scope="col">{t('offices:procedures.end')}</th>}
          </tr>
        </thead>
        <tbody>
          {list.procedures.map((procedure) => (
            <tr key={procedure.id}>
              <th scope="row">{procedure.code}</th>
              <td>
                <Vietnamese lang={lang}>{procedure.name}</Vietnamese>
              </td>
              <td>
                <Vietnamese lang={lang}>{procedure.field}</Vietnamese>
              </td>
              <td>{writtenSpan(lang, procedure.validFrom, procedure.validTo)}</td>
              {mayChange && (
                <td>
                  {procedure.validTo === LAST_DAY && (
                    <EndProcedure
                      lang={lang}
                      procedure={procedure}
                      refused={refused?.typed.procedure?.[0] === procedure.id ? refused : null}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
