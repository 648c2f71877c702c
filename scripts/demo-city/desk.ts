import type { CityCalendar } from './city-calendar.ts'
import type { CityOffice } from './city-tree.ts'
import { Lots, mishaps } from './lots.ts'
import { type Quota, Spread } from './quotas.ts'
import type { Random } from './random.ts'
import { burstsOf } from './rating-moments.ts'
import { kioskPlan, stories } from './stories.ts'

/** What an office has before it in the year: how much on which day, and how often it goes wrong. */
export interface Desk {
  office: CityOffice
  traffic: readonly number[]
  dossiers: Spread
  open: Spread
  kiosk: Spread
  bursts: ReadonlyMap<number, number>
  /** Which of its dossiers are rated by their links. */
  rated: Lots
  late: Lots
  displeased: Lots
  displeasedAtKiosk: Lots
}

export function deskOf(
  { office, dossiers, verified, open, kiosk }: Quota,
  calendar: CityCalendar,
  random: Random,
): Desk {
  const days = calendar.days.slice(0, calendar.length)
  const traffic = days.map((day) => day.traffic * (0.8 + 0.4 * random.share()))
  const story = stories.improbablyPerfect
  const inBursts = office.row.id === story.office ? Math.floor(open * story.shareOfOpenRatings) : 0
  const spread = (total: number) => new Spread(total, traffic, 0.05 + 0.9 * random.share())
  return {
    office,
    traffic,
    dossiers: spread(dossiers),
    open: spread(open - inBursts),
    kiosk: spread(kiosk),
    bursts: burstsOf(calendar, random, inBursts),
    rated: new Lots(random, dossiers, verified),
    late: mishaps(random, office.plan.onTime, dossiers),
    displeased: mishaps(random, office.plan.satisfied, verified + open),
    displeasedAtKiosk: mishaps(random, kioskPlan.satisfied, kiosk),
  }
}
