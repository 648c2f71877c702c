import type { Day } from '../../calendar/day.ts'

/**
 * Day, month and year as an administrative document writes them: days below 10 and the months 1 and 2 with a leading
 * zero, months 3 to 9 without (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function administrativeDay(day: Day): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, day: date, month: Number(month) <= 2 ? month : String(Number(month)) }
}
