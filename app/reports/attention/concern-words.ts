import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ON_TIME_PERCENT, SATISFIED_PERCENT } from '../targets.ts'
import { shortMonth } from '../written-period.ts'
import { writtenShare } from '../written-share.ts'
import type { Concern } from './concern.ts'

/** A concern in one line, with the counts it rests on. */
export function writtenConcern(lang: Lang, concern: Concern): string {
  const t = textsIn[lang]
  const count = (n: number) => formatCount(lang, n)
  switch (concern.kind) {
    case 'below_target': {
      const { k, n } = concern.now
      return t('desk:attention.below_target', {
        share: writtenShare(lang, k, n, SATISFIED_PERCENT) ?? '',
        n: count(n),
      })
    }
    case 'below_on_time': {
      const { k, n } = concern.now
      return t('desk:attention.below_on_time', {
        share: writtenShare(lang, k, n, ON_TIME_PERCENT) ?? '',
        n: count(n),
      })
    }
    case 'fell': {
      const { now, before } = concern
      return t(`desk:attention.fell.${concern.measure}`, {
        now: percentOf(lang, now.k, now.n) ?? '',
        nowN: count(now.n),
        before: percentOf(lang, before.k, before.n) ?? '',
        beforeN: count(before.n),
      })
    }
    case 'fewer': {
      const { now, before } = concern
      return t('desk:attention.fewer', {
        ...{ now: count(now.k), nowN: count(now.n) },
        ...{ before: count(before.k), beforeN: count(before.n) },
      })
    }
    case 'few':
      return t('desk:attention.few', {
        now: percentOf(lang, concern.now.k, concern.now.n) ?? '',
        others: percentOf(lang, concern.others.k, concern.others.n) ?? '',
      })
    case 'perfect':
      return t('desk:attention.perfect', {
        n: count(concern.now.n),
        others: percentOf(lang, concern.others.k, concern.others.n) ?? '',
      })
    case 'signal':
      return t(`desk:attention.signal.${concern.measure}`, {
        months: concern.months.map(shortMonth).join(', '),
      })
    case 'shift':
      return t(`desk:attention.shift.${concern.measure}`, {
        from: shortMonth(concern.from),
        to: shortMonth(concern.to),
      })
    case 'flags':
      return t('desk:attention.flags', { days: count(concern.days) })
  }
}
