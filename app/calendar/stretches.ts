import { addDays, type Day, firstDayOf, lastDayOf, type Month } from './day.ts'
import { monthsOf, type Period } from './period.ts'

/** Whole months or days to be added (1) or taken away again (-1), both ends included. */
export type Stretch =
  | { unit: 'month'; from: Month; to: Month; sign: 1 }
  | { unit: 'day'; from: Day; to: Day; sign: 1 | -1 }

/**
 * A period as whole months and the fewest days beside them: a month of which most days are wanted is read whole and
 * the others taken away, since counts are whole numbers and a month's are the sum of its days'.
 */
export function stretchesOf(period: Pick<Period, 'from' | 'to'>): Stretch[] {
  const parts = monthsOf({ kind: 'days', ...period }).map((month) => partOf(month, period))
  const whole = parts.filter(({ isWhole }) => isWhole).map(({ month }) => month)
  const [first, last] = [whole[0], whole.at(-1)]
  const months: Stretch[] = first && last ? [{ unit: 'month', from: first, to: last, sign: 1 }] : []
  return [...months, ...parts.flatMap(({ days }) => days)]
}

function partOf(month: Month, { from, to }: Pick<Period, 'from' | 'to'>) {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const [begins, ends] = [from > first ? from : first, to < last ? to : last]
  const left = [
    ...(begins > first ? [days(first, addDays(begins, -1), -1)] : []),
    ...(ends < last ? [days(addDays(ends, 1), last, -1)] : []),
  ]
  const most = (daysIn(first, last) + 1) / 2
  const isWhole = daysIn(begins, ends) >= most
  return { month, isWhole, days: isWhole ? left : [days(begins, ends, 1)] }
}

const days = (from: Day, to: Day, sign: 1 | -1): Stretch => ({ unit: 'day', from, to, sign })

const daysIn = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
