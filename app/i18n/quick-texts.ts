import type { i18n, TFunction } from 'i18next'

/** A text cut at its places: `before` has one piece more than there are `names`. */
interface Template {
  before: string[]
  names: string[]
}

/** What makes i18next look for another text than the one of that key. */
const CHOOSING = ['count', 'context', 'ordinal', 'defaultValue', 'replace'] as const

/**
 * Texts as i18next gives them, each cut at its places once: a table of 400 offices asks 8,000 times, and i18next took
 * a fifth of the page's time. What this does not know (plurals, nested texts, missing keys) i18next answers itself.
 */
export function quickTexts(lang: string, instance: i18n): TFunction {
  const whole = instance.t as unknown as (...asked: unknown[]) => string
  const known = new Map<string, Template | null>()
  const templateOf = (key: string): Template | null => {
    const found = known.get(key)
    if (found !== undefined) return found
    const colon = key.indexOf(':')
    const text = instance.getResource(lang, key.slice(0, colon), key.slice(colon + 1))
    if (colon < 0 || typeof text !== 'string') return null
    const template = templateIn(text)
    known.set(key, template)
    return template
  }
  const quick = (key: unknown, words?: unknown, ...rest: unknown[]): string => {
    const isPlain = typeof key === 'string' && rest.length === 0 && typeof words !== 'string'
    const template = isPlain ? templateOf(key) : null
    const text = template && filled(template, (words ?? {}) as Record<string, unknown>)
    return text ?? whole(key, words, ...rest)
  }
  return quick as unknown as TFunction
}

function templateIn(text: string): Template | null {
  if (text.includes('$t(')) return null
  const pieces = text.split(/\{\{(.+?)\}\}/)
  const names = pieces.filter((_, at) => at % 2 === 1).map((name) => name.trim())
  if (names.some((name) => !/^\w+$/.test(name))) return null
  return { before: pieces.filter((_, at) => at % 2 === 0), names }
}

function filled({ before, names }: Template, words: Record<string, unknown>): string | null {
  if (CHOOSING.some((word) => word in words)) return null
  let text = before[0] ?? ''
  for (const [at, name] of names.entries()) {
    const word = words[name]
    if (typeof word !== 'string' && typeof word !== 'number') return null
    text += word + (before[at + 1] ?? '')
  }
  return text
}
