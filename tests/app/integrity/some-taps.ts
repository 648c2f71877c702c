import type { OfficeDay } from '#app/integrity/day-signs.ts'
import type { FoundSign, Tap } from '#app/integrity/sign.ts'

/** A Wednesday. */
export const DAY = '2026-03-18'

/** `10:30` in Vietnam on the day. */
export const at = (time: string, day = DAY): number =>
  Date.parse(`${day}T${time.length > 5 ? time : `${time}:00`}+07:00`)

export const tap = (when: number, more: Partial<Tap> = {}): Tap => ({
  day: DAY,
  officeId: 'p-a',
  counterId: 'q-1',
  trust: 'open',
  stage: 'unstated',
  level: 5,
  at: when,
  device: '',
  isQuick: false,
  ...more,
})

/** So many taps from a time on, a gap of seconds apart, each moved by what `moved` says. */
export const every = (count: number, from: string, seconds: number, more: Partial<Tap> = {}): Tap[] =>
  Array.from({ length: count }, (_, i) => tap(at(from) + i * seconds * 1000, more))

/** People coming as they come between 7:30 and 16:30. */
export const scattered = (count: number, more: Partial<Tap> = {}): Tap[] =>
  Array.from({ length: count }, (_, i) =>
    tap(at('07:30') + Math.abs(Math.sin(i * i + 1)) * 540 * 60_000, more),
  ).sort((a, b) => a.at - b.at)

export const officeDay = (taps: Tap[], more: Partial<OfficeDay> = {}): OfficeDay => ({
  day: DAY,
  taps: taps.toSorted((a, b) => a.at - b.at),
  returned: 1000,
  usualShare: 0.2,
  usual: new Map(),
  hours: [],
  calendar: { off: new Set(), working: new Set() },
  ...more,
})

export const kinds = (signs: readonly FoundSign[]) => signs.map(({ sign }) => sign.kind)
