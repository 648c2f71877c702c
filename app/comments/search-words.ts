import { folded } from '../offices/folded.ts'
import { maskedText } from './personal-data.ts'

const LONGEST_QUERY = 120
const MOST_PHRASES = 5

/** Words as they are searched: lower case, no marks, `đ` as `d`, one space between, each Chinese sign a word. */
export function searchable(text: string): string {
  return folded(text)
    .replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A comment as it is searched: what is masked is not in it, so that no search tells a number that was written. */
export const searchableComment = (comment: string): string =>
  ` ${searchable(maskedText(comment, () => ' · '))} `

/** What somebody looks for: a comma between phrases, each of which must occur. */
export function phrasesOf(query: string): string[] {
  const phrases = query
    .slice(0, LONGEST_QUERY)
    .split(/[,;、，]/)
    .map(searchable)
  return [...new Set(phrases.filter((phrase) => phrase !== ''))].slice(0, MOST_PHRASES)
}
