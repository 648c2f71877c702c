import type { KindFigures } from './kinds.ts'
import type { OfficeTrend } from './office-desk.ts'

/** A view of an office with what it shows. */
export type ShownView = { view: ''; trend: OfficeTrend; kinds: KindFigures }
