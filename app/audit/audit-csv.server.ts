import { stringify } from 'csv-stringify'
import type { AuditRow } from '#db/schema.ts'

const COLUMNS = ['sequence', 'at', 'actor', 'action', 'subject_kind', 'subject_id', 'before', 'after']

/** The trail as a file for a spreadsheet in Vietnam: UTF-8 with its mark, `;`, formulas defused. */
export function auditCsv(entries: AsyncIterable<AuditRow>): AsyncIterable<Buffer> {
  const writer = stringify({
    bom: true,
    header: true,
    columns: COLUMNS,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  const fill = async () => {
    for await (const entry of entries) {
      if (!writer.write(entry)) await new Promise((drained) => writer.once('drain', drained))
    }
    writer.end()
  }
  fill().catch((fault) => writer.destroy(fault))
  return writer
}
