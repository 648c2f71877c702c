import type { Store } from '#db/connection.ts'
import { claimFlagRun, endFlagRun, findLastFlagRun, replaceFlags } from '#db/queries/flags.ts'
import { findFirstDayOfRatings } from '#db/queries/releases.ts'
import type { FlaggedLevelRow, FlagRow } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { daySigns } from './day-signs.ts'
import { knownOfDays, type Span } from './known-of-days.server.ts'
import { type FoundSign, flaggedTaps, isFlagged, type KeptSign, type Sign, type Tap } from './sign.ts'
import { tapsOfDays } from './taps-of-days.server.ts'

/** A rating may be changed for 7 days, and a kiosk may deliver late: each night looks at the last days again. */
const DAYS_AGAIN = 8
const DAYS_A_STEP = 7

/**
 * Looks through the ratings of the days before today for signs of stuffing and keeps a flag where two independent
 * ones meet; the first time through all of them. Answers how many flags the days looked at have, null when another
 * process has today's run. Nothing is deleted or set aside: figures are printed with and without what is flagged.
 */
export async function raiseFlags(store: Pick<Store, 'read' | 'write'>, clock: Clock): Promise<number | null> {
  const now = clock.now()
  const today = dayOf(now)
  const last = await findLastFlagRun(store.read)
  if (!(await store.write((tx) => claimFlagRun(tx, today, now.toISOString())))) return null
  const first = last === '' ? await findFirstDayOfRatings(store.read) : addDays(last, -DAYS_AGAIN)
  let flags = 0
  for (let from = first || today; from < today; from = addDays(from, DAYS_A_STEP)) {
    const to = [addDays(from, DAYS_A_STEP - 1), addDays(today, -1)].sort()[0] ?? from
    const found = await flagsOfDays(store, { from, to }, today, now)
    await store.write((tx) => replaceFlags(tx, { from, to }, found.rows, found.counts))
    flags += found.rows.length
  }
  await store.write((tx) => endFlagRun(tx, today, clock.now().toISOString()))
  return flags
}

async function flagsOfDays({ read }: Pick<Store, 'read'>, span: Span, today: Day, now: Date) {
  const known = await knownOfDays(read, span, today)
  const rows: FlagRow[] = []
  const counts: FlaggedLevelRow[] = []
  for (const taps of (await tapsOfDays(read, span)).values()) {
    const { day, officeId } = taps[0] ?? { day: '', officeId: '' }
    const signs: FoundSign[] = daySigns({ day, taps, ...known.of(officeId, day) })
    const profile = signs.length > 0 ? known.hourProfile(officeId, day) : null
    const all = profile ? [...signs, profile] : signs
    if (!isFlagged(all)) continue
    const flagged = flaggedTaps(all, taps)
    const raised_at = now.toISOString()
    rows.push({
      day,
      office_id: officeId,
      signs: JSON.stringify(all.map(({ sign }) => keptSign(sign, known.counterName))),
      n: flagged.length,
      raised_at,
    })
    counts.push(...levelsOf(flagged))
  }
  return { rows, counts }
}

function keptSign(sign: Sign, nameOf: (counterId: string) => string): KeptSign {
  return { ...sign, counter: 'counterId' in sign ? nameOf(sign.counterId) : '' }
}

function levelsOf(taps: readonly Tap[]): FlaggedLevelRow[] {
  return [...Map.groupBy(taps, ({ trust, stage }) => `${trust} ${stage}`).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { day, officeId: office_id, trust, stage } = first
    const n = (level: number) => same.filter((tap) => tap.level === level).length
    const levels = { level_1: n(1), level_2: n(2), level_3: n(3), level_4: n(4), level_5: n(5) }
    return [{ day, office_id, trust, stage, ...levels }]
  })
}
