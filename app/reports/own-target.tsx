import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type Measure, writtenPermille } from '../offices/target.ts'
import type { OfficeLine } from './overview.ts'
import { writtenShare } from './written-share.ts'

type Line = Pick<OfficeLine, 'targets' | 'ratings'> & Partial<Pick<OfficeLine, 'onTime' | 'returned'>>

/** An office's share beside the target it has set itself (plan, V.6): at least for ratings, more than for dossiers. */
export function OwnTarget({ lang, line, measure }: { lang: Lang; line: Line; measure: Measure }) {
  const permille = line.targets[measure]
  const figures = countsOf(line, measure)
  if (permille === undefined || !figures) return null
  const { k, n } = figures
  const isMet = measure === 'satisfied' ? k * 1000 >= n * permille : k * 1000 > n * permille
  const sign = measure === 'satisfied' ? (isMet ? '≥' : '<') : isMet ? '>' : '≤'
  const share = writtenShare(lang, k, n, permille / 10) ?? ''
  return (
    <small>{textsIn[lang]('offices:targets.own', { share, sign, target: writtenPermille(permille) })}</small>
  )
}

function countsOf(line: Line, measure: Measure): { k: number; n: number } | null {
  const { ratings, onTime = 0, returned = 0 } = line
  if (measure === 'on_time') return returned > 0 ? { k: onTime, n: returned } : null
  return ratings.state === 'shown' ? { k: ratings.satisfied, n: ratings.n } : null
}
