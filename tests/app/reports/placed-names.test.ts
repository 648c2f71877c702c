import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, boxAround, doOverlap, placedNames, type Spot } from '#app/reports/placed-names.ts'

const room: Box = { left: 50, right: 900, top: 20, bottom: 370 }
const radius = 8
const how = { room, radius }

/** Spots of a city, some upon each other, the first few of them named. */
const cities = fc
  .array(
    fc.record({
      x: fc.integer({ min: room.left, max: room.right }),
      y: fc.integer({ min: room.top, max: room.bottom }),
      name: fc.string({ minLength: 3, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((spots) => spots.map((spot, at) => ({ ...spot, id: String(at) })))
const named = <T>(spots: T[]) => spots.slice(0, 12)

describe('names beside their points', () => {
  test('stand on no point, on no other name and within the picture, whatever the city', () => {
    fc.assert(
      fc.property(cities, (spots) => {
        const placed = placedNames(named(spots), spots, how)
        for (const [at, { box }] of placed.entries()) {
          expect(spots.some((spot) => doOverlap(box, boxAround(spot, radius)))).toBe(false)
          expect(placed.slice(at + 1).some((other) => doOverlap(box, other.box))).toBe(false)
          expect([box.left >= room.left, box.right <= room.right]).toEqual([true, true])
          expect([box.top >= room.top, box.bottom <= room.bottom]).toEqual([true, true])
        }
      }),
    )
  })

  test('a few points among few: every name is written, beside its own point', () => {
    fc.assert(
      fc.property(cities, (spots) => {
        const few = spots.slice(0, 6)
        const placed = placedNames(few, few, how)
        expect(placed.map(({ id }) => id).toSorted()).toEqual(few.map(({ id }) => id).toSorted())
        for (const { x, at, anchor } of placed) {
          expect(at.x - x).toBe(anchor === 'start' ? radius + 5 : -radius - 5)
        }
      }),
    )
  })

  test('do not depend on the order in which points come', () => {
    fc.assert(
      fc.property(cities, (spots) => {
        const list = (way: typeof spots) =>
          placedNames(
            way.filter(({ id }) => Number(id) < 12),
            way,
            how,
          )
        expect(list(spots.toReversed())).toEqual(list(spots))
      }),
    )
  })

  const spot = (id: string, x: number, y: number): Spot & { name: string } => ({
    id,
    x,
    y,
    name: 'Phường Vĩnh Trại',
  })

  test('alone a name stands at the height of its point, on the side with more room', () => {
    const [left] = placedNames([spot('a', 100, 100)], [spot('a', 100, 100)], how)
    expect(left).toMatchObject({ anchor: 'start', at: { x: 113, y: 100 }, isApart: false })
    const [right] = placedNames([spot('a', 800, 100)], [spot('a', 800, 100)], how)
    expect(right).toMatchObject({ anchor: 'end', at: { x: 787, y: 100 } })
  })

  test('a circle beside it moves a name away, and where nothing is free it is not written', () => {
    const crossed = [spot('a', 100, 100), spot('b', 160, 104)]
    const [moved] = placedNames(crossed.slice(0, 1), crossed, how)
    expect(moved?.at.y).not.toBe(100)
    const full = Array.from({ length: 2_500 }, (_, at) =>
      spot(`${at}`, (at % 50) * 18 + 50, (at / 50) * 8 + 20),
    )
    expect(placedNames(full.slice(0, 1), full, how)).toEqual([])
  })
})
