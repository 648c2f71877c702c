import { patterns } from '#app/paths.ts'
import { YEAR } from './cities.ts'

/** A page of the desk, or a file of one, and the address that is asked for. */
export interface DeskPage {
  kind: 'page' | 'file'
  name: string
  path: string
}

/** The first ward of every demo city. */
const OFFICE = 'x-mai-pha'

const asked = (path: string, parameters: Record<string, string>) =>
  `${path}?${new URLSearchParams(parameters)}`.replace(':office', OFFICE)

const MONTH = { from: '2026-10-01', to: '2026-10-31' }
const ODD_DAYS = { from: '2025-11-03', to: '2026-10-29' }

/** Every page and file of the desk that the bench measures: a new one is one line here. */
const ADDRESSES: readonly Omit<DeskPage, 'kind'>[] = [
  { name: 'overview, a month', path: asked(patterns.overview, MONTH) },
  { name: 'overview, a year', path: asked(patterns.overview, YEAR) },
  { name: 'overview, odd days', path: asked(patterns.overview, ODD_DAYS) },
  { name: 'overview, a file', path: asked(patterns.overviewCsv, MONTH) },
  { name: 'an office, a month', path: asked(patterns.officeFigures, MONTH) },
  { name: 'an office, a year', path: asked(patterns.officeFigures, YEAR) },
  { name: 'an office, a file', path: asked(patterns.officeFiguresCsv, MONTH) },
  { name: 'between offices, a month', path: asked(patterns.between, MONTH) },
  { name: 'between offices, a year', path: asked(patterns.between, YEAR) },
  { name: 'between offices, a file', path: asked(patterns.betweenCsv, MONTH) },
  { name: 'the three numbers, a year', path: asked(patterns.numbers, YEAR) },
  { name: 'comments', path: asked(patterns.comments, MONTH) },
  { name: 'comments, searched', path: asked(patterns.comments, { ...YEAR, q: 'thai do' }) },
  { name: 'comments, a file', path: asked(patterns.commentsCsv, MONTH) },
  { name: 'flags, a month', path: asked(patterns.flags, MONTH) },
  { name: 'themes of comments, a month', path: asked(patterns.commentThemes, MONTH) },
  { name: 'index definition', path: patterns.indexDefinition },
  { name: 'list of offices', path: asked(patterns.officeIndex, MONTH) },
  { name: 'cases', path: patterns.cases },
  { name: 'notices', path: patterns.notices },
  { name: 'reports', path: patterns.reports },
]

export const DESK_PAGES: readonly DeskPage[] = ADDRESSES.map((each) => ({
  ...each,
  kind: /\.csv\?/.test(each.path) ? 'file' : 'page',
}))
