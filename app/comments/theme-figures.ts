import { type Month, monthOf } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { maskedTable } from '../statistics/table-disclosure.ts'

/** An office in the tree whose figures add up. */
export interface CommentOffice {
  id: string
  name: string
  depth: number
  parentId: string | null
}

/** How many comments of a place touch a theme; null may not be shown. */
export interface ThemeFigure {
  theme: string
  n: number | null
  /** Twelve months up to the period's last, in order. */
  months: (number | null)[]
}

/** The themes of an office and of those below it. */
export interface OfficeThemes {
  office: string
  /** Comments in all. */
  of: number | null
  /** By theme, in their order. */
  ns: (number | null)[]
}

export interface ThemeCount {
  theme: string
  n: number
}

type ByOffice = readonly (ThemeCount & { office_id: string })[]

/** The count of all comments stands under this theme. */
const ALL = ''
const CHOSEN = 0

/** Every office's comments by theme, with those below it; from raw counts, then what is too small is hidden. */
export function themesByOffice(
  offices: readonly CommentOffice[],
  rows: ByOffice,
  themes: readonly string[],
  k: number,
): OfficeThemes[] {
  const own = new Map(rows.map(({ office_id, theme, n }) => [`${office_id} ${theme}`, n]))
  const at = (office: string, theme: string) => own.get(`${office} ${theme}`) ?? 0
  const sums = new Map<string, number>()
  for (const { id, parentId } of offices.toReversed()) {
    for (const theme of [ALL, ...themes]) {
      const sum = at(id, theme) + (sums.get(`${id} ${theme}`) ?? 0)
      sums.set(`${id} ${theme}`, sum)
      const above = `${parentId} ${theme}`
      if (parentId !== null) sums.set(above, (sums.get(above) ?? 0) + sum)
    }
  }
  const masks = themes.map((theme) => maskOf(offices, (id) => [at(id, theme), at(id, ALL)], k))
  const total = (id: string, theme: string) => sums.get(`${id} ${theme}`) ?? 0
  return offices.map(({ id }) => {
    const isHidden = masks.some(({ lines }) => lines.has(id))
    const ns = themes.map((theme, i) =>
      isHidden || masks[i]?.cells.get(id)?.has(CHOSEN) ? null : total(id, theme),
    )
    return { office: id, of: isHidden ? null : total(id, ALL), ns }
  })
}

/** Each theme apart, since a comment may touch several: those that do and those that do not are the line's two cells. */
function maskOf(
  lines: readonly { id: string; parentId: string | null }[],
  of: (id: string) => [chosen: number, all: number],
  k: number,
) {
  const table = lines.map(({ id, parentId }) => {
    const [chosen, all] = of(id)
    return { id, parentId, own: [chosen, all - chosen] }
  })
  return maskedTable(table, { k })
}

/** A theme's numbers by month; what a hidden number of the period could be had from is hidden with it. */
export function themesByMonth(
  months: readonly Month[],
  rows: readonly (ThemeCount & { month: Month })[],
  shown: readonly { theme: string; n: number | null }[],
  { period, k }: { period: Period; k: number },
): ThemeFigure[] {
  const counted = new Map(rows.map(({ month, theme, n }) => [`${month} ${theme}`, n]))
  const at = (month: Month, theme: string) => counted.get(`${month} ${theme}`) ?? 0
  const lines = [
    { id: 'year', parentId: null },
    ...months.map((month) => ({ id: month, parentId: 'year' as string | null })),
  ]
  const isInPeriod = (month: Month) => monthOf(period.from) <= month && month <= monthOf(period.to)
  return shown.map(({ theme, n }) => {
    const of = (id: string): [number, number] => (id === 'year' ? [0, 0] : [at(id, theme), at(id, ALL)])
    const mask = maskOf(lines, of, k)
    const isHidden = (month: Month) =>
      mask.lines.has(month) ||
      mask.cells.get(month)?.has(CHOSEN) ||
      (n === null && isInPeriod(month) && at(month, theme) > 0)
    return { theme, n, months: months.map((month) => (isHidden(month) ? null : at(month, theme))) }
  })
}
