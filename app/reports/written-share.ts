import type { Lang } from '../i18n/languages.ts'
import { percentOf } from '../i18n/numbers.ts'

const MOST_DECIMALS = 4

/**
 * k of n as a percentage with one decimal, or as many as it takes not to look like the target when it is not:
 * 9.495 of 10.000 are 94,95% against 95%, never "95,0%".
 */
export function writtenShare(lang: Lang, k: number, n: number, targetPercent: number): string | null {
  let text = percentOf(lang, k, n)
  const isTarget = k * 100 === n * targetPercent
  for (let decimals = 2; !isTarget && decimals <= MOST_DECIMALS; decimals++) {
    if (text !== percentOf(lang, Math.round(targetPercent * 10), 1000, decimals - 1)) break
    text = percentOf(lang, k, n, decimals)
  }
  return text
}
