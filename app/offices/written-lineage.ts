import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { TakenOver } from './lineage.ts'

/** Predecessors by name; of those from outside the city it is said that they have no figures of before. */
export function writtenPredecessors(lang: Lang, taken: readonly TakenOver[]): string {
  const t = textsIn[lang]
  const words = taken.map(({ predecessorId, predecessorName: name, day }) =>
    predecessorId === null ? t('offices:lineage.outside', { name, day: writtenDay(day) }) : name,
  )
  return words.join(', ')
}
