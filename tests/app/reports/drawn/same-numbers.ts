import { expect } from 'vitest'

/** What a picture or a table says, each number by a name: `2026-03 share`. */
export type Said = Record<string, number | string>

/** A tenth of a percent is written; half of it, and what drawing rounds away, may lie between. */
const DRAWN = 0.00052

const differs = (one: number | string | undefined, other: number | string | undefined): boolean =>
  typeof one === 'number' && typeof other === 'number' ? !(Math.abs(one - other) <= DRAWN) : one !== other

/** The names under which the two say different things, or one of them nothing. */
export function differences(drawn: Said, written: Said): string[] {
  const names = [...new Set([...Object.keys(drawn), ...Object.keys(written)])]
  return names.filter((name) => differs(drawn[name], written[name]))
}

/**
 * A picture says what its table says, and says something else once its marks of one class or paint are moved by two
 * pixels, down or to the right: what is compared is what is drawn.
 */
export function expectSameNumbers(
  read: (svg: string) => Said,
  svg: string,
  { written, marks, way = 'y' }: { written: Said; marks: readonly string[]; way?: 'x' | 'y' },
): void {
  const drawn = read(svg)
  expect(Object.keys(written).length).toBeGreaterThan(0)
  expect(differences(drawn, written).map((name) => [name, drawn[name], written[name]])).toEqual([])
  for (const mark of marks) {
    const moved = movedMarks(svg, mark, way)
    expect(moved, mark).not.toBe(svg)
    expect(differences(read(moved), written), `${mark}, moved`).not.toEqual([])
  }
}

const PX = 2
const further = (size: string | undefined): number => Number(size) + PX

/** Every mark that is so painted stands elsewhere; bars are longer. */
const movedMarks = (svg: string, paint: string, way: 'x' | 'y'): string =>
  svg.replace(/<(?:circle|line|path|rect)\b[^>]*>/g, (mark) => {
    if (!mark.includes(`class="${paint}"`) && !mark.includes(`"${paint}"`)) return mark
    const size = way === 'x' ? 'width' : 'height'
    if (mark.startsWith('<rect'))
      return mark.replace(new RegExp(` ${size}="([\\d.]+)"`), (_, is) => ` ${size}="${further(is)}"`)
    return mark
      .replace(
        new RegExp(` (c${way}|${way}[12])="([\\d.-]+)"`, 'g'),
        (_, name, at) => ` ${name}="${further(at)}"`,
      )
      .replace(/([ML])([\d.-]+)([ ,])([\d.-]+)/g, (_, to, x, gap, y) =>
        way === 'x' ? `${to}${further(x)}${gap}${y}` : `${to}${x}${gap}${further(y)}`,
      )
  })
