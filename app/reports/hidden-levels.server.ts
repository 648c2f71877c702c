import type { Db } from '#db/schema.ts'
import type { Period } from '../calendar/period.ts'
import { LEVELS, type Level } from '../statistics/level-counts.ts'
import { hiddenPlaces } from './hidden-places.ts'
import { knownCity } from './known-city.server.ts'
import { levelsOf } from './office-overview.server.ts'
import { placedOffices } from './office-tree.ts'
import { isValidIn } from './period-lines.ts'
import { countsByOffice, isCounted, nothingCounted } from './place-counts.ts'

/** An office of a period in its place, with the levels whose number its line of the overview does not show. */
export interface OfficeWithHiddenLevels {
  id: string
  name: string
  depth: number
  /** The office that takes its counts in; null at the top and for those outside the city's authority. */
  parentId: string | null
  hiddenLevels: Level[]
}

/** What other views of a period keep from showing so that the overview's hidden levels stay hidden. */
export async function hiddenLevelsByOffice(
  db: Db,
  period: Period,
): Promise<{ offices: OfficeWithHiddenLevels[]; minimumN: number }> {
  const [city, levels] = await Promise.all([knownCity(db), levelsOf(db, period)])
  const definition = city.definitionOn(period.to)
  const counts = countsByOffice(definition, levels, [])
  const rated = new Set(levels.map(({ office_id }) => office_id))
  const places = placedOffices(city.officesOn(period.to), (row) => {
    const counted = counts.get(row.id)
    return isValidIn(period, row) || rated.has(row.id) || (counted !== undefined && isCounted(counted))
  })
  const hidden = hiddenPlaces(places, (id) => counts.get(id) ?? nothingCounted, definition)
  const ids = new Set(places.map(({ id }) => id))
  const offices = places.map(({ id, name, depth, countsInto }) => ({
    ...{ id, name, depth },
    parentId: countsInto !== null && ids.has(countsInto) ? countsInto : null,
    hiddenLevels: hidden.ratings.has(id) ? [...LEVELS] : [...(hidden.levels.get(id) ?? [])],
  }))
  return { offices, minimumN: definition.minimumN }
}
