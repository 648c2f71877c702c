/** A rectangle in a picture's units, y downwards. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Something round that is drawn at a place, in a picture's units. */
export interface Spot {
  id: string
  x: number
  y: number
}

export interface PlacedName extends Spot {
  /** Where its text begins, or ends where it stands to the left of its spot; the middle of its height. */
  at: { x: number; y: number }
  anchor: 'start' | 'end'
  /** It stands apart from its spot, so that a line has to lead to it. */
  isApart: boolean
  box: Box
}

/** How high a name is, and how wide a letter of it, at 13 px and weight 600; wider than any name of an office is. */
const HEIGHT = 16
const LETTER = 8
/** From a spot's edge to its name. */
const AWAY = 5
/** How far a name is moved at a time, and how often at most. */
const STEP = 6
const STEPS = 40
/** Level with its spot, then a step up and a step down, and so on. */
const SHIFTS = Array.from({ length: STEPS }, (_, at) => (at % 2 === 0 ? at / 2 : -(at + 1) / 2) * STEP)

export const doOverlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** What a spot of this radius covers. */
export const boxAround = ({ x, y }: Spot, radius: number): Box => ({
  ...{ left: x - radius, right: x + radius },
  ...{ top: y - radius, bottom: y + radius },
})

/**
 * Names beside their spots, moved up or down until they stand on no spot and on no other name; the one for which
 * there is no free place within `room` is not written. The same input always gives the same places.
 */
export function placedNames(
  named: readonly (Spot & { name: string })[],
  spots: readonly Spot[],
  { room, radius }: { room: Box; radius: number },
): PlacedName[] {
  const taken = new TakenBoxes(spots.map((spot) => boxAround(spot, radius)))
  const ordered = named.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
  return ordered.flatMap((spot) => {
    for (const place of placesFor(spot, room, radius)) {
      if (!isWithin(place.box, room) || taken.overlaps(place.box)) continue
      taken.add(place.box)
      return [place]
    }
    return []
  })
}

/** Boxes by the bands of a name's height that they reach into: of hundreds of spots a name meets a few. */
class TakenBoxes {
  readonly #bands = new Map<number, Box[]>()

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box)
  }

  add(box: Box): void {
    for (let band = bandOf(box.top); band <= bandOf(box.bottom); band++) {
      const inside = this.#bands.get(band)
      if (inside) inside.push(box)
      else this.#bands.set(band, [box])
    }
  }

  overlaps(box: Box): boolean {
    for (let band = bandOf(box.top); band <= bandOf(box.bottom); band++)
      if (this.#bands.get(band)?.some((other) => doOverlap(box, other))) return true
    return false
  }
}

const bandOf = (y: number): number => Math.floor(y / HEIGHT)

/** Every place that a name may have, the nearest first; at one height the side with more room before the other. */
function* placesFor(spot: Spot & { name: string }, room: Box, radius: number): Generator<PlacedName> {
  const { id, x, y, name } = spot
  const roomier = x > (room.left + room.right) / 2 ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const width = name.length * LETTER
  for (const shift of SHIFTS)
    for (const anchor of roomier) {
      const at = { x: anchor === 'start' ? x + radius + AWAY : x - radius - AWAY, y: y + shift }
      const left = anchor === 'start' ? at.x : at.x - width
      const box = { left, right: left + width, top: at.y - HEIGHT / 2, bottom: at.y + HEIGHT / 2 }
      yield { id, x, y, at, anchor, box, isApart: Math.abs(shift) > HEIGHT }
    }
}

const isWithin = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom
