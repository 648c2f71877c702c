import { expect, test } from '@playwright/test'
import { aDayOffline } from '#tests/faults/offline-day.ts'
import { cutAfterThanks } from '#tests/faults/tablet-power-cut.ts'

/** Shorter than `npm run faults -- R3 R4`, and of the same make. */
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
