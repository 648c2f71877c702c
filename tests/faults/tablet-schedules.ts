import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import type { RatingsAnswer } from '#app/kiosk/kiosk-api.ts'
import { sealed } from '#tests/app/kiosk/kiosk-world.ts'
import config from '#tests/e2e/playwright.config.ts'
import { inAHurry, sentIsStored } from '#tests/world/tablet-shims.ts'
import { type FaultTest, type Result, secondsSince } from './fault-test.ts'
import { aMortalCity, type MortalCity } from './mortal-city.ts'
import { scheduleOf } from './schedule-plan.ts'
import { entriesIn, type Meddle, ScheduledTablet } from './scheduled-tablet.ts'
import { storedOf, wholeCity } from './scheduled-truth.ts'

/** R5: the tablet's own app in a browser, the real server, and everything between them that can go wrong. */
export const tabletSchedules: FaultTest = {
  name: 'R5',
  promise: 'sent, repeated, lost, restarted in any order: every rating once, with one receipt',
  async run({ seed, report, progress }) {
    report(await liveSchedules({ what: this.promise, seed, schedules: 1_000 }, progress))
    for (const without of ['ids that stay', 'belief in answers alone'] as const) {
      report(await liveSchedules({ what: without, seed, schedules: 12, without }, progress))
    }
  },
}

interface Schedules {
  what: string
  seed: string
  schedules: number
  /** The defence taken away: each delivery has ids of its own, or what has been sent is taken for stored. */
  without?: 'ids that stay' | 'belief in answers alone'
}

/** Tablets at once, each in a page of its own; more would wait for the processor. */
const LANES = 4
/** One tablet lives through so many schedules; the next begins anew. */
const SCHEDULES_EACH = 5

/** Takes tablets through random schedules and compares what they thanked for with what the database holds. */
export async function liveSchedules(
  { what, seed, schedules, without }: Schedules,
  progress: (text: string) => void = () => undefined,
): Promise<Result> {
  const began = performance.now()
  const city = await aMortalCity()
  const profile = mkdtempSync(join(tmpdir(), 'schedules-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...config.use?.launchOptions,
    headless: true,
    viewport: { width: 1280, height: 800 },
  })
  await inAHurry(context)
  if (without === 'belief in answers alone') await sentIsStored(context)
  const count = { done: 0, ratings: 0, entries: 0, repeats: 0 }
  const findings: string[] = []
  const queue = Array.from({ length: Math.ceil(schedules / SCHEDULES_EACH) }, (_, at) => at * SCHEDULES_EACH)
  const lane = async () => {
    for (let first = queue.shift(); first !== undefined; first = queue.shift()) {
      const last = Math.min(first + SCHEDULES_EACH, schedules)
      const lived = await lifeOf(context, city, { seed, first, last }, without && MEDDLING[without])
      findings.push(...lived.findings)
      count.done += last - first
      count.ratings += lived.ratings
      count.entries += lived.entries
      count.repeats += lived.repeats
      progress(`${count.done} of ${schedules} schedules, ${city.ends} ends of the server`)
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane))
    findings.push(...(await wholeCity(city, count)))
  } finally {
    await context.close()
    await city.stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  const { ratings, entries, repeats } = count
  const found = { ratings, entries, 'repeats answered': repeats, wrong: findings.length }
  const figures = { seed, schedules, ...found, 'server ends': city.ends, seconds: secondsSince(began) }
  return { what, control: without !== undefined, held: findings.length === 0, figures, findings }
}

/** One tablet's schedules, one after the other, and what is stored of it at the end. */
async function lifeOf(
  context: BrowserContext,
  city: MortalCity,
  { seed, first, last }: { seed: string; first: number; last: number },
  meddle: Meddle | undefined,
) {
  const tablet = await ScheduledTablet.open(context, city, meddle)
  const findings: string[] = []
  let at = first
  try {
    for (; at < last; at++) {
      for (const step of scheduleOf(seed, at)) await tablet.live(step)
      const left = await tablet.drain()
      if (left > 0) findings.push(`schedule ${at}: ${left} wait for ever`)
    }
    const stored = await storedOf(city, await tablet.device(), tablet)
    findings.push(...stored.map((finding) => `schedules ${first} to ${last - 1}: ${finding}`))
  } catch (cause) {
    findings.push(`schedule ${at}: ${(cause as Error).message}`)
  } finally {
    await tablet.close()
  }
  const repeats = [...tablet.results.values()].reduce((sum, results) => sum + results.length - 1, 0)
  return { findings, ratings: tablet.levels.length, entries: tablet.said.length, repeats }
}

/** A delivery under ids of its own; who asked is answered with those it knows. */
const underOtherIds: Meddle = async (body, send) => {
  const request = entriesIn(body)
  const anew = request.entries.map((entry) => sealed({ ...entry, id: randomUUID() }))
  const told = await send(Buffer.from(JSON.stringify({ ...request, entries: anew })))
  if (told.status !== 200) return told
  const { results } = JSON.parse(String(told.body)) as RatingsAnswer
  const renamed = results.map((result, at) => {
    const { id = '', hash = '' } = request.entries[at] ?? {}
    return { ...result, id, hash }
  })
  const { 'content-length': _, ...headers } = told.headers
  return { ...told, headers, body: Buffer.from(JSON.stringify({ results: renamed })) }
}

const MEDDLING: Record<NonNullable<Schedules['without']>, Meddle | undefined> = {
  'ids that stay': underOtherIds,
  'belief in answers alone': undefined,
}
