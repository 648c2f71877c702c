import type { CommentThemeRow } from '#db/schema.ts'
import type { Texts } from '../surveys/survey.ts'

/** What comments are about, told by keywords as they are searched. */
export interface Theme {
  id: string
  names: Texts
  keywords: readonly string[]
}

export const themeOf = ({ id, names, keywords }: CommentThemeRow): Theme => ({
  id,
  names: JSON.parse(names) as Texts,
  keywords: JSON.parse(keywords) as string[],
})

/** The themes a comment as it is searched touches, in their order. */
export function themesIn(folded: string, themes: readonly Theme[]): string[] {
  return themes
    .filter(({ keywords }) => keywords.some((keyword) => folded.includes(` ${keyword} `)))
    .map(({ id }) => id)
}

/** `|time|papers|`: a list in one column, each word of it findable. */
export const asList = (words: readonly string[]): string => (words.length === 0 ? '' : `|${words.join('|')}|`)
export const listOf = (stored: string): string[] => stored.split('|').filter((word) => word !== '')
