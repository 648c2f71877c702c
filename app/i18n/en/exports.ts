import type { Same } from '../texts.ts'
import type { exports as vi } from '../vi/exports.ts'

export const exports: Same<typeof vi> = {
  download: 'Download this table ({{kind}})',
  tooMany:
    'The table has more than {{n}} lines, too many for XLSX. Please download the CSV or narrow the dates.',
  column: {
    id: 'Id',
    includes: 'Includes',
    satisfied: 'Satisfied and very satisfied',
    lower: 'Lower bound, 95%',
    upper: 'Upper bound, 95%',
    sequence: 'Number',
    subjectKind: 'Kind of subject',
    answers: '{{indicator}}: answers',
  },
}
