import type { OfficeTargetRow } from '#db/schema.ts'
import type { Problem, Problems } from './outcome.ts'

export const MEASURES = ['satisfied', 'on_time'] as const satisfies OfficeTargetRow['measure'][]
export type Measure = (typeof MEASURES)[number]

/** The city's own: plan of the People's Committee, II.2.2; in thousandths. */
export const CITY_TARGETS: Record<Measure, number> = { satisfied: 950, on_time: 990 }

/** The name of the field for an office's target: `satisfied:ID`. */
export const targetField = (measure: Measure, officeId: string) => `${measure}:${officeId}`

/** Thousandths of a percentage as it is written (`97,5`, `97.5%`); '' is none, null is no percentage. */
export function readPermille(written: string): number | '' | null {
  const text = written.replace(/[%\s]/g, '').replace(',', '.')
  if (text === '') return ''
  if (!/^\d{1,3}(\.\d)?$/.test(text)) return null
  const permille = Math.round(Number(text) * 10)
  return permille <= 1000 ? permille : null
}

/** 975 as `97,5`, as it is typed. */
export function writtenPermille(permille: number): string {
  const rest = permille % 10
  return `${Math.floor(permille / 10)}${rest === 0 ? '' : `,${rest}`}`
}

export interface WantedTarget {
  officeId: string
  measure: Measure
  /** '' where the office has set itself none. */
  permille: number | ''
}

/** Every target a form gives for these offices, or the fields that hold no percentage. */
export function readTargets(
  form: URLSearchParams,
  officeIds: readonly string[],
): { targets: WantedTarget[] } | { problems: Problems } {
  const problems: Record<string, Problem> = {}
  const targets = officeIds.flatMap((officeId) =>
    MEASURES.flatMap((measure): WantedTarget[] => {
      const field = targetField(measure, officeId)
      const written = form.get(field)
      if (written === null) return []
      const permille = readPermille(written)
      if (permille !== null) return [{ officeId, measure, permille }]
      problems[field] = 'not_a_percent'
      return []
    }),
  )
  return Object.keys(problems).length > 0 ? { problems } : { targets }
}

export interface TargetsView {
  year: number
  offices: { id: string; name: string; gsoCode: string; targets: Partial<Record<Measure, number>> }[]
}
