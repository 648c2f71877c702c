/** A scale as its own words in the picture tell it: what a place in pixels says. */
export type Scale = (px: number) => number

export interface Mark {
  of: Record<string, string>
  /** The text within, without markup. */
  words: string
}

export interface Place {
  x: number
  y: number
}

const NUMBER = /-?[\d.]+(?:e-?\d+)?/g

/** Markup as a reader hears it. */
export const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** The pictures of a part of a page whose class attribute is this, with what the whole page draws for all of them. */
export const picturesOf = (html: string, className: string, page = html): string[] =>
  [...html.matchAll(/<svg\b[^>]*>.*?<\/svg>/gs)]
    .map(([svg]) => svg)
    .filter((svg) => svg.slice(0, svg.indexOf('>')).includes(`class="${className}"`))
    .map((svg) => svg.replace(/<use href="#([\w-]+)"><\/use>/g, (_, id) => drawnOnce(page, id)))

/** @throws Error where the page has no such group, or two */
function drawnOnce(page: string, id: string): string {
  const [found, ...others] = page.matchAll(new RegExp(`<g id="${id}">(.*?)</g>`, 'gs'))
  if (!found || others.length > 0) throw new Error(`The page draws ${id} not once`)
  return found[1] ?? ''
}

/** The marks of one kind in a picture, by their class where one is named. */
export function marksOf(svg: string, tag: string, className?: string): Mark[] {
  const all = svg.matchAll(new RegExp(`<${tag}\\b([^>]*?)/?>(?:([^<]*)</${tag}>)?`, 'gs'))
  const marks = [...all].map(([, attributes = '', words = '']): Mark => {
    const of = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
    return { of: Object.fromEntries(of), words: wordsIn(words) }
  })
  return marks.filter(({ of }) => className === undefined || of.class === className)
}

/** The corners of a path of lines, stroke by stroke. */
export function strokesOf(d: string): Place[][] {
  return d
    .split('M')
    .slice(1)
    .map((stroke) => {
      const at: Place = { x: 0, y: 0 }
      return [...`M${stroke}`.matchAll(/([MLH])([^MLHZ]*)/g)].map(([, command, where = '']) => {
        const [first = 0, second = 0] = (where.match(NUMBER) ?? []).map(Number)
        at.x = first
        if (command !== 'H') at.y = second
        return { ...at }
      })
    })
}

/** `90,5%` as 0.905; null for words that are no percentage. */
export function percentIn(words: string): number | null {
  const [, digits] = /^([\d.]+(?:,\d+)?)%$/.exec(words) ?? []
  return digits === undefined ? null : Number(digits.replaceAll('.', '').replace(',', '.')) / 100
}

/** `1.020` as 1020; null for words that are no count. */
export const countIn = (words: string): number | null =>
  /^[\d.]+$/.test(words) ? Number(words.replaceAll('.', '')) : null

/** Two places and what stands there make a scale. @throws where another place says something else */
export function scaleOf(told: readonly (readonly [px: number, value: number])[]): Scale {
  const [[from, first] = [0, 0]] = told
  const [to, last] = told.at(-1) ?? [0, 0]
  if (from === to) throw new Error('One place makes no scale')
  const scale = (px: number) => first + ((px - from) / (to - from)) * (last - first)
  const crooked = told.filter(([px, value]) => Math.abs(scale(px) - value) > 1e-6 * Math.abs(last - first))
  if (crooked.length > 0) throw new Error(`Not on one scale: ${JSON.stringify(crooked)}`)
  return scale
}

/** The scale beside a chart, from its percentages; on paper their feet stand so many pixels `below` their line. */
export function sharesBeside(svg: string, below = 0): Scale {
  const beside = marksOf(svg, 'text').filter(({ of }) => of['text-anchor'] === 'end')
  return scaleOf(
    beside.flatMap(({ of, words }) => {
      const share = percentIn(words)
      return share === null ? [] : [[Number(of.y) - below, share] as const]
    }),
  )
}

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** Which month stands where, from the words below a chart (`03/26`). @throws between two months */
export function monthsBelow(svg: string): (px: number) => string {
  const below = marksOf(svg, 'text').filter(({ words }) => /^\d\d\/\d\d$/.test(words))
  const scale = scaleOf(
    below.map(({ of, words }) => [Number(of.x), monthNumber(`20${words.slice(3)}-${words.slice(0, 2)}`)]),
  )
  return (px) => {
    const number = Math.round(scale(px))
    if (Math.abs(scale(px) - number) > 0.01) throw new Error(`No month stands at ${px}`)
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  }
}

/** The rows of a table's body, each cell as words; the first is the row's heading. */
export function rowsOf(table: string): string[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? ''
  return [...body.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsIn(cell)),
  )
}

/** `Tháng 03/2026` as `2026-03`. */
export const monthIn = (words: string): string =>
  words.replace(/^Tháng (\d\d)\/(\d{4}).*$/, (_, month, year) => `${year}-${month}`)
