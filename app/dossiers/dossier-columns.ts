import type { DossierProblem } from './dossier-problem.ts'

const NEEDED = ['code', 'office', 'procedure', 'channel', 'applicant', 'received', 'due', 'returned'] as const
const KNOWN = [...NEEDED, 'outcome'] as const

export type DossierColumn = (typeof KNOWN)[number]

/** Where each column stands in a file. */
export type ColumnPlaces = ReadonlyMap<DossierColumn, number>

/**
 * Reads a file's first line. An unknown column is refused, so that nobody's name or telephone number slips in; a line
 * without one known name is no header, and then nothing of it is repeated: it may be somebody's data.
 */
export function readColumns(
  line: number,
  names: readonly string[],
): { places: ColumnPlaces } | { problems: DossierProblem[] } {
  const problem = (kind: DossierProblem['kind'], detail: string) => ({ line, kind, detail })
  const written = names.map((name) => name.trim().toLowerCase())
  const isKnown = (name: string): name is DossierColumn => (KNOWN as readonly string[]).includes(name)
  if (!written.some(isKnown)) return { problems: [problem('no_header', KNOWN.join(','))] }
  const places = new Map<DossierColumn, number>()
  const problems: DossierProblem[] = []
  for (const [at, name] of written.entries()) {
    if (!isKnown(name)) problems.push(problem('column_unknown', names[at]?.trim() ?? ''))
    else if (places.has(name)) problems.push(problem('column_twice', name))
    else places.set(name, at)
  }
  for (const name of NEEDED) if (!places.has(name)) problems.push(problem('column_missing', name))
  return problems.length > 0 ? { problems } : { places }
}
