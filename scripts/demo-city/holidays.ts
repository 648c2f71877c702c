import type { Day } from '#app/calendar/day.ts'

interface DaysOff {
  from: Day
  to: Day
}

export const TET: readonly DaysOff[] = [
  { from: '2024-02-08', to: '2024-02-14' },
  { from: '2025-01-25', to: '2025-02-02' },
  { from: '2026-02-14', to: '2026-02-22' },
  { from: '2027-02-05', to: '2027-02-11' },
  { from: '2028-01-25', to: '2028-01-31' },
]

export const HUNG_KINGS: readonly Day[] = [
  '2024-04-18',
  '2025-04-07',
  '2026-04-27',
  '2027-04-16',
  '2028-04-04',
]

export const EVERY_YEAR: readonly string[] = ['01-01', '04-30', '05-01', '09-01', '09-02']
