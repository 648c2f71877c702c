import { expect, test } from '@playwright/test'
import { aDayOffline } from '#tests/faults/offline-day.ts'
import { cutAfterThanks } from '#tests/faults/tablet-power-cut.ts'
import { liveSchedules } from '#tests/faults/tablet-schedules.ts'

/** Shorter than `npm run faults -- R3 R4 R5`, and of the same make. */
test.describe.configure({ timeout: 180_000 })

test('R3: a tablet whose power is cut after its thanks has the rating; one that thanks too early has not', async () => {
  const { findings, figures } = await cutAfterThanks({ what: 'R3', control: false, cuts: 4 })
  console.log(`R3: ${JSON.stringify(figures)}`)
  expect(findings).toEqual([])
  expect((await cutAfterThanks({ what: 'control', control: true, cuts: 3 })).held).toBe(false)
})

test('R4: a day offline with restarts and an update; a queue in memory alone loses most of it', async () => {
  const { findings, figures } = await aDayOffline({ what: 'R4', control: false, ratings: 24 })
  console.log(`R4: ${JSON.stringify(figures)}`)
  expect(findings).toEqual([])
  expect((await aDayOffline({ what: 'control', control: true, ratings: 8 })).held).toBe(false)
})

test('R5: random schedules leave every rating once; without stable ids, or believing in what is sent, not', async () => {
  const { findings, figures } = await liveSchedules({ what: 'R5', seed: '40', schedules: 40 })
  console.log(`R5: ${JSON.stringify(figures)}`)
  expect(findings).toEqual([])
  for (const without of ['ids that stay', 'belief in answers alone'] as const) {
    const control = { what: 'control', seed: '1', schedules: 5, without }
    expect((await liveSchedules(control)).held, without).toBe(false)
  }
})
