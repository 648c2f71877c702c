import type { ExportedCell } from '../../exports/exported-table.ts'
import { FileLinks } from '../../exports/file-links.tsx'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { Scrolling } from '../../ui/scrolling.tsx'
import type { ReportTable } from './report-tables.ts'
import { writtenCell } from './written-report.ts'

/** Questions stand once for each of their answers. */
const keyOf = ([name, next]: readonly ExportedCell[]): string =>
  `${name} ${typeof next === 'string' ? next : ''}`

/** One table of a report as its document has it. */
export function ReportTableSection({ lang, table, csv }: { lang: Lang; table: ReportTable; csv: string }) {
  const t = textsIn[lang]
  const { id, sheet, columns, rows, note } = table
  return (
    <section>
      <h2 id={id}>{sheet}</h2>
      {rows.length === 0 ? (
        <p className="empty">{note || t('reports:empty')}</p>
      ) : (
        <Scrolling label={sheet}>
          <table className="report-table">
            <thead>
              <tr>
                {columns.map(({ name, title, kind }) => (
                  <th key={name} scope="col" className={kind === 'text' ? undefined : 'number'}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {row.map((cell, at) => {
                    const column = columns[at]
                    if (!column) return null
                    const written = writtenCell(lang, cell, column)
                    return at === 0 ? (
                      <th key={column.name} scope="row">
                        {written}
                      </th>
                    ) : (
                      <td key={column.name} className={column.kind === 'text' ? undefined : 'number'}>
                        {written}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
      {rows.length > 0 && note && <p className="source">{note}</p>}
      {columns.length > 0 && <FileLinks lang={lang} csv={csv} />}
    </section>
  )
}
