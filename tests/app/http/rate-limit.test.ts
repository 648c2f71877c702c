import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TokenBuckets, visitorOf } from '#app/http/rate-limit.server.ts'
import { testClock } from '#tests/world/small-city.ts'

const START = Date.parse('2026-03-16T02:00:00.000Z')
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString()

test('a hall behind one address rates 120 times at once, then once a second', () => {
  const clock = testClock(at(0))
  const buckets = new TokenBuckets(120, 1, clock)
  const waits = Array.from({ length: 121 }, () => buckets.take('10.0.0.1'))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(120)
  expect(waits.at(-1)).toBe(1)
  clock.set(at(1))
  expect([buckets.take('10.0.0.1'), buckets.take('10.0.0.1')]).toEqual([0, 1])
  expect(buckets.take('10.0.0.2')).toBe(0)
})

test('what is given back can be taken again, and never makes more than the capacity', () => {
  const buckets = new TokenBuckets(2, 1, testClock(at(0)))
  buckets.take('a')
  for (let i = 0; i < 10; i++) buckets.giveBack('a')
  expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1])
})

test('in any order of arrivals no visitor gets more than capacity plus refill', () => {
  const arrivals = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('a', 'b')), {
    maxLength: 300,
  })
  fc.assert(
    fc.property(arrivals, (visits) => {
      const clock = testClock(at(0))
      const buckets = new TokenBuckets(5, 1, clock)
      const taken: Record<string, number> = { a: 0, b: 0 }
      for (const [second, visitor] of [...visits].sort((x, y) => x[0] - y[0])) {
        clock.set(at(second))
        if (buckets.take(visitor) === 0) taken[visitor] = (taken[visitor] ?? 0) + 1
      }
      const last = Math.max(0, ...visits.map(([second]) => second))
      expect(Math.max(taken.a ?? 0, taken.b ?? 0)).toBeLessThanOrEqual(5 + last)
    }),
  )
})

test('memory stays bounded: the longest unused visitor is forgotten', () => {
  const buckets = new TokenBuckets(1, 1 / 3600, testClock(at(0)), 2)
  expect([buckets.take('a'), buckets.take('b'), buckets.take('c')]).toEqual([0, 0, 0])
  expect(buckets.take('a')).toBe(0)
  expect(buckets.take('a')).toBeGreaterThan(0)
})

test('an IPv6 network of 64 bits is one visitor; a mapped IPv4 address is that address', () => {
  expect(visitorOf('2001:db8:1:2:3:4:5:6')).toBe(visitorOf('2001:db8:1:2:ffff::1'))
  expect(visitorOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(visitorOf('203.0.113.7')).not.toBe(visitorOf('203.0.113.8'))
})
