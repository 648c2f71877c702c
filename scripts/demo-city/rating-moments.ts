import { CHANGEABLE_DAYS } from '#app/responses/survey-response.ts'
import { type CityCalendar, type CityDay, timeIn } from './city-calendar.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'

const MINUTE = 60_000
/** A day less than a rating may be changed, so that any time of that day will do. */
const LONGEST_LATER = (CHANGEABLE_DAYS - 1) * 86_400_000
const LUNCH = [690 * MINUTE, 810 * MINUTE] as const
const EVENING = [1_080, 1_290] as const
const DAYTIME = [480, 1_200] as const

/** When a link is tapped: mostly within the hour and a half after the return, else in the evening or days later. */
export function momentOfLink(
  calendar: CityCalendar,
  random: Random,
  returned: { index: number; time: number },
): number {
  const day = calendar.at(returned.index)
  const soon = day.start + returned.time + random.between(60_000, 240_000)
  const luck = random.share()
  if (luck < 0.64) {
    const time = returned.time + random.between(2 * MINUTE, 90 * MINUTE)
    return atLunch(time) && !random.chance(0.12) ? soon : day.start + time
  }
  if (luck < 0.8) return day.start + timeIn(random, EVENING)
  const later = dayFrom(calendar, random, returned.index + random.between(1, 8))
  if (!later) return soon
  const time = timeIn(random, DAYTIME)
  return later.start + (atLunch(time) ? time + LUNCH[1] - LUNCH[0] : time)
}

const atLunch = (time: number) => time >= LUNCH[0] && time < LUNCH[1]

/** The day itself or the next on which people think of the office: no Sunday or holiday, hardly a Saturday. */
function dayFrom(calendar: CityCalendar, random: Random, index: number): CityDay | undefined {
  const wanted = (day: CityDay) =>
    day.opening === 'whole' || (day.opening === 'morning' && random.chance(0.25))
  for (let at = index; calendar.isWithin(at); at++) {
    const day = calendar.at(at)
    if (wanted(day)) return day
  }
  return undefined
}

/** When somebody changes a rating: within the hour, or on one of the next days as long as that is allowed. */
export function momentOfChange(calendar: CityCalendar, random: Random, before: number): number {
  const soon = before + random.between(3 * MINUTE, 40 * MINUTE)
  if (random.chance(0.6)) return soon
  const later = dayFrom(calendar, random, calendar.indexOf(before) + random.between(1, 3))
  return later && later.start < before + LONGEST_LATER ? later.start + timeIn(random, DAYTIME) : soon
}

/** How many ratings pour in on which days through the standing code of the story's office. */
export function burstsOf(calendar: CityCalendar, random: Random, ratings: number): Map<number, number> {
  const open = calendar.days.slice(0, calendar.length).filter((day) => day.opening === 'whole')
  const { bursts } = stories.improbablyPerfect
  const sizes = new Map<number, number>()
  for (let burst = 0; burst < bursts; burst++) {
    const part = open.slice((burst * open.length) / bursts, ((burst + 1) * open.length) / bursts)
    const size = Math.floor(((burst + 1) * ratings) / bursts) - Math.floor((burst * ratings) / bursts)
    if (size > 0) sizes.set(random.pick(part).index, size)
  }
  return sizes
}

/** The moments of one burst, one right after the other, when the office is closed. */
export function momentsOfBurst(random: Random, day: CityDay, size: number): number[] {
  const { from, ratingsAMinute, shortestMinutes } = stories.improbablyPerfect
  const [hour = 0, minute = 0] = random.pick(from).split(':').map(Number)
  const length = Math.max(size / ratingsAMinute, shortestMinutes) * MINUTE
  const longest = Math.min(length, 50 * MINUTE)
  return Array.from({ length: size }, () => {
    return day.start + (hour * 60 + minute) * MINUTE + Math.floor(random.share() * longest)
  })
}
