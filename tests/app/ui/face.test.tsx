import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { LEVELS } from '#app/responses/survey-response.ts'
import { Face, LevelButtons } from '#app/ui/face.tsx'

const faces = LEVELS.map((level) => ({ level, svg: renderToStaticMarkup(<Face level={level} size={96} />) }))

/** The parts of a face's one path: two eyes, the mouth, and what follows it. */
function partsOf(svg: string) {
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const [eyes, mouth, ...brows] = path.split(/(?=M)/)
  return { eyes, mouth: mouth ?? '', brows: brows.join('') }
}

test('each face is under 400 bytes and hidden from screen readers, which hear the word', () => {
  for (const { svg } of faces) {
    expect(Buffer.byteLength(svg)).toBeLessThan(400)
    expect(svg).toContain('aria-hidden="true"')
    expect(svg).toContain('width="96" height="96" viewBox="0 0 24 24"')
  }
})

test('all five are one family: the same circle, eyes and ends of the mouth', () => {
  expect(new Set(faces.map(({ svg }) => /<circle[^>]*>/.exec(svg)?.[0])).size).toBe(1)
  expect(new Set(faces.map(({ svg }) => partsOf(svg).eyes)).size).toBe(1)
  const ends = faces.map(({ svg }) => {
    const [, x, across] = /^M([\d.]+) [\d.]+(?:h([\d.]+)$)?/.exec(partsOf(svg).mouth) ?? []
    return `${x} to +${across ?? / ([\d.]+) 0$/.exec(partsOf(svg).mouth)?.[1]}`
  })
  expect(new Set(ends)).toEqual(new Set(['6.8 to +10.4']))
})

test('the mouth alone says the level: its middle sinks from a smile to the opposite', () => {
  const depth = faces.map(({ svg }) => Number(/q5\.2 ?(-?[\d.]+)/.exec(partsOf(svg).mouth)?.[1] ?? 0))
  expect(depth).toEqual([...depth].sort((a, b) => b - a))
  expect(new Set(depth).size).toBe(5)
  expect(depth[2]).toBe(0)
})

test('brows stand at the two ends of the scale only', () => {
  const withBrows = faces.filter(({ svg }) => partsOf(svg).brows !== '').map(({ level }) => level)
  expect(withBrows).toEqual([5, 1])
})

test('a face draws with the colour around it and needs neither style nor script', () => {
  for (const { svg } of faces) {
    expect(svg).toContain('stroke="currentColor"')
    expect(svg).not.toMatch(/style=|#[0-9a-f]{3,6}|url\(|<script|href/i)
  }
})

test.each(LANGUAGES)('five submit buttons in %s, the best level first, each named with its place', (lang) => {
  const html = renderToStaticMarkup(<LevelButtons lang={lang} size={40} />)
  const values = [...html.matchAll(/<button type="submit" name="level" value="(\d)"/g)].map((m) => m[1])
  expect(values).toEqual(['5', '4', '3', '2', '1'])
  const said = [...html.matchAll(/aria-label="([^"]+)"><svg.*?<\/svg>([^<]+)<\/button>/g)]
  expect(said).toHaveLength(5)
  for (const [at, [, name, word]] of said.entries()) {
    expect(name?.startsWith(`${word}`)).toBe(true)
    expect(name).toContain(values[at])
  }
  expect(html).not.toContain('aria-current')
})

test('the names in Vietnamese, as they are read aloud', () => {
  const html = renderToStaticMarkup(<LevelButtons lang="vi" size={40} />)
  expect([...html.matchAll(/aria-label="([^"]+)"/g)].map((m) => m[1])).toEqual([
    'Rất hài lòng, mức 5 trên 5',
    'Hài lòng, mức 4 trên 5',
    'Bình thường, mức 3 trên 5',
    'Không hài lòng, mức 2 trên 5',
    'Rất không hài lòng, mức 1 trên 5',
  ])
})

test('the chosen one is marked for eyes and for ears, and it alone', () => {
  const html = renderToStaticMarkup(<LevelButtons lang="vi" size={40} chosen={2} />)
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(html).toContain('value="2" aria-label="Không hài lòng, mức 2 trên 5, đang chọn" aria-current="true"')
})
