import type { DossierCodeProblem } from './dossier-code.ts'

/** Why a file of dossiers, or one of its lines, is refused. */
export type DossierProblemKind =
  | DossierCodeProblem
  | 'not_utf8'
  | 'no_header'
  | 'column_unknown'
  | 'column_missing'
  | 'column_twice'
  | 'quotes'
  | 'field_count'
  | 'office_unknown'
  | 'procedure_unknown'
  | 'procedure_not_valid'
  | 'channel'
  | 'applicant'
  | 'outcome'
  | 'received_time'
  | 'due_time'
  | 'returned_time'
  | 'received_in_future'
  | 'returned_in_future'
  | 'returned_before_received'
  | 'due_before_received'
  | 'returned_missing'
  | 'returned_but_open'
  | 'code_twice'

/** `detail` repeats a column's name, an id or a line number: never a cell that could hold somebody's name. */
export interface DossierProblem {
  line: number
  kind: DossierProblemKind
  detail: string
}
