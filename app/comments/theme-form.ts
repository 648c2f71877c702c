import { searchable } from './search-words.ts'
import type { Theme } from './theme.ts'

const LONGEST_NAME = 60
const LONGEST_KEYWORD = 40
const MOST_KEYWORDS = 80
export const MOST_THEMES = 20

export type ThemeProblem = 'names' | 'keywords' | 'many'

/** A theme as typed; an id of '' is a new one. */
export interface TypedTheme {
  id: string
  names: Theme['names']
  keywords: string
}

export function readThemeForm(form: URLSearchParams): TypedTheme {
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 5_000)
  const names = { vi: text('vi'), en: text('en'), zh: text('zh') }
  return { id: text('theme').slice(0, 40), names, keywords: text('keywords') }
}

/** What was typed as a theme, its keywords as comments are searched; or what is wrong with it. */
export function themeTyped({
  names,
  keywords,
}: TypedTheme): Pick<Theme, 'names' | 'keywords'> | ThemeProblem {
  if (Object.values(names).some((name) => name === '' || [...name].length > LONGEST_NAME)) return 'names'
  const words = [...new Set(keywords.split(/[\n,;、，]/).map(searchable))].filter((word) => word !== '')
  const fits = words.length > 0 && words.length <= MOST_KEYWORDS
  if (!fits || words.some((word) => word.length > LONGEST_KEYWORD)) return 'keywords'
  return { names, keywords: words }
}

/** `gio-lam-viec`: what a new theme is called in addresses and files, unlike those there are. */
export function newThemeId(name: string, taken: readonly string[]): string {
  const base =
    searchable(name)
      .replace(/[^a-z0-9 ]/g, '')
      .trim()
      .replace(/ +/g, '-')
      .slice(0, 30) || 'theme'
  let id = base
  for (let n = 2; taken.includes(id); n++) id = `${base}-${n}`
  return id
}
