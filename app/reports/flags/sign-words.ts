import type { Lang } from '#app/i18n/languages.ts'
import {
  formatCount,
  formatDecimal,
  formatInstantInVietnam,
  formatPercent,
  percentOf,
} from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { KeptSign } from '../../integrity/sign.ts'
import { writtenMonth } from '../written-period.ts'

const TIME_FROM = 'dd/MM/yyyy '.length

/** A sign in one line with what it rests on; without numbers where the office's ratings may not be counted. */
export function writtenSign(lang: Lang, sign: KeptSign, isHidden = false): string {
  const t = textsIn[lang]
  if (isHidden) return t(`flags:name.${sign.kind}`)
  const count = (n: number) => formatCount(lang, n)
  const time = (instant: string) => formatInstantInVietnam(instant).slice(TIME_FROM)
  const place = sign.counter && t('flags:place', { counter: sign.counter })
  switch (sign.kind) {
    case 'above_returned':
      return t('flags:sign.above_returned', { ratings: count(sign.ratings), returned: count(sign.returned) })
    case 'burst': {
      const [from, to, usual] = [time(sign.from), time(sign.to), formatDecimal(lang, sign.usual, 1)]
      return t('flags:sign.burst', { place, from, to, n: count(sign.n), usual })
    }
    case 'regular_gaps': {
      const [from, to] = [time(sign.from), time(sign.to)]
      const seconds = count(Math.round(sign.seconds))
      return t('flags:sign.regular_gaps', { place, from, to, n: count(sign.n), seconds })
    }
    case 'outside_hours':
      return t('flags:sign.outside_hours', { n: count(sign.n), of: count(sign.of) })
    case 'one_source': {
      const share = formatPercent(lang, sign.usualShare, 0)
      return t('flags:sign.one_source', { place, n: count(sign.n), of: count(sign.of), share })
    }
    case 'one_device': {
      const [n, of, devices] = [count(sign.n), count(sign.of), count(sign.devices)]
      return t('flags:sign.one_device', { n, of, devices, most: count(sign.most) })
    }
    case 'quick':
      return t('flags:sign.quick', { n: count(sign.n), of: count(sign.of) })
    case 'hour_profile':
      return t('flags:sign.hour_profile', {
        month: writtenMonth(lang, sign.month),
        share: percentOf(lang, Math.round(sign.distance * 1000), 1000, 0) ?? '',
        ratings: count(sign.ratings),
        dossiers: count(sign.dossiers),
      })
  }
}
