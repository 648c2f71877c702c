import type { Viewer } from '#app/auth/viewer.ts'
import type { FeedbackCaseRow, OfficeRow } from '#db/schema.ts'
import { isOpen, type Move, mayFollow } from './feedback-case.ts'

export type CaseViewer = Pick<Viewer, 'staffId' | 'role' | 'officeId'>

/** A case with the paths of the offices it is about and handled by ('' where there is none). */
export interface PlacedCase {
  row: Pick<FeedbackCaseRow, 'status' | 'queue' | 'handler_id' | 'handling_office_id' | 'extended_from'>
  aboutPath: string
  handlingPath: string
}

const isWithin = (path: string, root: string) => root !== '' && path.startsWith(root)

/** The citizen's words and contact data: Văn phòng, and the handler as long as it is theirs. */
export const mayReadWords = (viewer: CaseViewer, row: Pick<FeedbackCaseRow, 'handler_id'>): boolean =>
  viewer.role === 'city_office' || (viewer.role === 'case_handler' && row.handler_id === viewer.staffId)

/**
 * How much of a case somebody sees: all of it, its outside (number, state, deadline, the handler's summary), or that
 * it does not exist. A restricted case has no outside for the office it is about, and nothing shows of one that nobody
 * has looked at yet.
 */
export function sightOf(viewer: CaseViewer, placed: PlacedCase, ownPath: string): 'all' | 'outside' | 'none' {
  const { row, aboutPath, handlingPath } = placed
  if (mayReadWords(viewer, row)) return 'all'
  if (viewer.role !== 'office_head' || ['quarantined', 'set_aside', 'received'].includes(row.status))
    return 'none'
  if (isWithin(aboutPath, ownPath)) return row.queue === 'ordinary' ? 'outside' : 'none'
  return isWithin(handlingPath, ownPath) ? 'outside' : 'none'
}

/** Whether somebody may take this step with a case that they see. */
export function mayTake(move: Move, viewer: CaseViewer, placed: PlacedCase, ownPath: string): boolean {
  const { row } = placed
  if (!mayFollow(move, row.status) || move === 'rate' || move === 'reopen') return false
  const isHandler = row.handler_id === viewer.staffId
  if (move === 'answer') return isHandler
  if (move === 'extend' && row.extended_from !== '') return false
  if (viewer.role === 'city_office') return true
  if (viewer.role === 'case_handler') return isHandler && (move === 'assign' || move === 'extend')
  // The head of the handling office gives it to another of its handlers.
  return move === 'assign' && isOpen(row.status) && isWithin(placed.handlingPath, ownPath)
}

/**
 * Whether an office may not decide on a case: it is the one complained of, stands below it, or follows it after a
 * merger. At the top of the tree everything stands below: there only the top itself is refused.
 */
export function isJudgeOfItself(
  about: Pick<OfficeRow, 'id' | 'path' | 'parent_id'>,
  handling: Pick<OfficeRow, 'id' | 'path'>,
  successors: ReadonlySet<string>,
): boolean {
  if (handling.id === about.id || successors.has(handling.id)) return true
  return about.parent_id !== null && isWithin(handling.path, about.path)
}
