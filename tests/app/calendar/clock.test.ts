import { expect, test, vi } from 'vitest'
import { clockFrom, systemClock } from '#app/calendar/clock.ts'

test('a clock set to a start runs on with the system’s', () => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') })
  const clock = clockFrom(new Date('2026-03-01T01:00:00Z'))
  expect(clock.now().toISOString()).toBe('2026-03-01T01:00:00.000Z')
  vi.advanceTimersByTime(90_000)
  expect(clock.now().toISOString()).toBe('2026-03-01T01:01:30.000Z')
  expect(systemClock.now().toISOString()).toBe('2030-01-01T00:01:30.000Z')
  vi.useRealTimers()
})
