import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { i18nIn, textsIn } from '#app/i18n/texts.ts'

const words = { '{{x}}': 'no place', money: '$& $1 $$' }

/** Every text with whatever it has places for, as i18next writes it. */
test.each(LANGUAGES)('says in %s what i18next says', (lang) => {
  const whole = i18nIn[lang].t as unknown as (key: string, words?: object) => string
  const quick = textsIn[lang] as unknown as typeof whole
  let compared = 0
  const walk = (node: unknown, key: string) => {
    if (typeof node !== 'string') {
      for (const [name, inner] of Object.entries(node as object)) walk(inner, `${key}.${name}`)
      return
    }
    const names = [...node.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
    const strings = Object.fromEntries(names.map((name, at) => [name, `<${at} $1 {{${name}}} $t(x)>`]))
    const numbers = Object.fromEntries(names.map((name, at) => [name, at * 1000.5]))
    for (const filling of [
      { ...strings, ...words },
      { ...numbers, ...words },
    ]) {
      expect(quick(key, filling), key).toBe(whole(key, filling))
      compared++
    }
  }
  for (const [space, bundle] of Object.entries(i18nIn[lang].getDataByLanguage(lang) ?? {})) {
    for (const [name, node] of Object.entries(bundle)) walk(node, `${space}:${name}`)
  }
  expect(compared).toBeGreaterThan(1000)
})

test('a key that no text has is refused, again and again', () => {
  const t = textsIn.vi as unknown as (key: string) => string
  for (const _ of [1, 2]) expect(() => t('staff:nowhere.at.all')).toThrow('No text for')
})
