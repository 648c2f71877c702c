import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatShareRange } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { SatisfiedShare } from '../statistics/satisfied-share.ts'
import type { Verdict } from '../statistics/verdict.ts'
import { SATISFIED_PERCENT } from './targets.ts'
import { writtenShare } from './written-share.ts'

/** A shape as well as a colour, and always the word. */
const SHAPES: Record<Verdict, string> = { met: '●', not_met: '▲', undecided: '○' }

export function VerdictChip({ lang, verdict }: { lang: Lang; verdict: Verdict }) {
  return (
    <span className={`chip ${verdict}`}>
      <span aria-hidden="true">{SHAPES[verdict]}</span>
      {` ${textsIn[lang](`staff:verdict.${verdict}`)}`}
    </span>
  )
}

/** The id of the note that says what a hidden figure means. */
export const HIDDEN_NOTE = 'khong-hien'

/** A figure that may not be shown; where it can be reached by keyboard, it says why and leads to the note. */
export function HiddenFigure({ lang, k }: { lang: Lang; k?: number }) {
  const t = textsIn[lang]
  if (k === undefined) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="unseen">{t('staff:offices.hidden')}</span>
      </>
    )
  }
  const reason = t('staff:offices.hiddenReason', { k })
  return (
    <a className="hidden-figure" href={`#${HIDDEN_NOTE}`} data-reason={reason}>
      <span aria-hidden="true">–</span>
      <span className="unseen">{reason}</span>
    </a>
  )
}

/** What a text about a share needs: the share, its interval and its n. */
export function shareWords(lang: Lang, figure: SatisfiedShare) {
  return {
    share: writtenShare(lang, figure.satisfied, figure.n, SATISFIED_PERCENT) ?? '',
    range: formatShareRange(lang, figure.lower, figure.upper),
    n: formatCount(lang, figure.n),
  }
}
