import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { i18nIn, textsIn } from '#app/i18n/texts.ts'

const SPACES = [
  'accounts',
  'caseDesk',
  'cases',
  'between',
  'citizen',
  'exports',
  'frame',
  'numbers',
  'offices',
  'print',
  'session',
  'staff',
  'surveys',
  'tablet',
] as const
type Space = (typeof SPACES)[number]

/** Every text of a namespace by its full key. */
function textsOf(lang: Lang, space: Space): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (node: unknown, key: string) => {
    if (typeof node === 'string') found.set(key, node)
    else for (const [name, inner] of Object.entries(node as object)) walk(inner, `${key}.${name}`)
  }
  for (const [name, node] of Object.entries(i18nIn[lang].getResourceBundle(lang, space) as object)) {
    walk(node, `${space}:${name}`)
  }
  return found
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

describe.each(SPACES)('%s', (space) => {
  const vi = textsOf('vi', space)

  test('all three languages have the same keys and none is empty', () => {
    for (const lang of LANGUAGES) {
      const texts = textsOf(lang, space)
      expect([...texts.keys()].sort()).toEqual([...vi.keys()].sort())
      expect([...texts].filter(([, text]) => text.trim() === '' || text.trim() !== text)).toEqual([])
    }
  })

  test('marks are composed (NFC), so that a text is found when searched for', () => {
    for (const lang of LANGUAGES) {
      for (const text of textsOf(lang, space).values()) expect(text).toBe(text.normalize('NFC'))
    }
  })
})

describe.each(['citizen', 'frame'] as const)('%s, read by citizens', (space) => {
  test('what is filled in is filled in by every language', () => {
    const vi = textsOf('vi', space)
    for (const lang of LANGUAGES) {
      for (const [key, text] of textsOf(lang, space)) {
        expect([key, placeholders(text)]).toEqual([key, placeholders(vi.get(key) ?? '')])
      }
    }
  })

  test('Chinese is written in Chinese characters and full-width punctuation', () => {
    for (const [key, text] of textsOf('zh', space)) {
      const bare = text.replace(/\{\{\w+\}\}|Hài Lòng/g, '')
      expect([key, bare.replace(/[\p{Script=Han}，。：；？！、·\s]/gu, '')]).toEqual([key, ''])
      expect([key, /\p{Script=Han}/u.test(bare) || key === 'frame:name']).toEqual([key, true])
    }
  })

  test('English holds no Vietnamese but the name of the product', () => {
    for (const [key, text] of textsOf('en', space)) {
      expect([key, text.replace('Hài Lòng', '').replace(/[\x20-\x7e·]/g, '')]).toEqual([key, ''])
    }
  })

  test('Vietnamese addresses its reader as Ông/Bà and in no other way', () => {
    for (const text of textsOf('vi', space).values()) {
      expect(text).not.toMatch(/(^|\s)(bạn|quý khách|anh\/chị|mày)(\s|[.,?]|$)/iu)
      expect(text).not.toMatch(/(^|\s)ông\/bà/u)
    }
  })

  test('every text is said somewhere, and whatever is said has a text', () => {
    const patterns = keysInCode(space)
    const keys = [...textsOf('vi', space).keys()]
    expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([])
    expect(patterns.filter((pattern) => !keys.some((key) => pattern.test(key))).map(String)).toEqual([])
  })
})

/** The keys that code names, `${...}` standing for one part or the end of one. */
function keysInCode(space: Space): RegExp[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^i18n\/(vi|en|zh)\//.test(name))
    .map((name) => readFileSync(join('app', name), 'utf8'))
  const written = files.flatMap((code) =>
    [...code.matchAll(new RegExp(`['\`]${space}:((?:[\\w.]|\\$\\{[^}]*\\})+)['\`]`, 'g'))].map(
      (m) => m[1] ?? '',
    ),
  )
  return [...new Set(written)].map(
    (key) => new RegExp(`^${space}:${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
  )
}

test('a key without a text stops the page, in every language', () => {
  for (const lang of LANGUAGES) {
    expect(() => textsIn[lang]('citizen:rate.nothing' as 'citizen:rate.title')).toThrow(
      `No text for citizen:rate.nothing in ${lang}`,
    )
  }
})

test('what is filled in is taken as it is, never read as another text', () => {
  const office = '$t(frame:name) {{office}} <b>&'
  expect(textsIn.vi('citizen:rate.title', { office })).toBe(`Đánh giá · ${office}`)
})
