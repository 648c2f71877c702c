import { NEW_CHAIN } from './chained-entry.ts'
import { keepSpare } from './fallback-ring.client.ts'
import { type PairRefusal, pair } from './server-calls.client.ts'
import type { Paired, TabletStore } from './tablet-store.client.ts'

/** Turns the short code into a credential, kept before it is used. What waits from before goes on waiting. */
export async function pairTablet(
  store: TabletStore,
  code: string,
  version: string,
): Promise<Paired | PairRefusal | 'broken'> {
  try {
    const [before, standing] = await Promise.all([store.paired(), store.standing()])
    const known = before && { device: before.device, next_number: standing.next, waiting: standing.waiting }
    const heard = await pair({ code, app_version: version, ...known })
    if (typeof heard === 'string') return heard
    const { device, credential, first_number, previous, settings } = heard.answer
    const paired = { device, credential, settings, offsetMs: heard.offsetMs, revoked: false }
    const goesOn = before?.device === device && standing.next === first_number
    await store.pair(paired, goesOn ? null : { next: first_number, previous: previous || NEW_CHAIN.previous })
    keepSpare(paired)
    // A browser short of room forgets what it was not asked to keep.
    void navigator.storage?.persist?.().catch(() => undefined)
    return paired
  } catch {
    return 'broken'
  }
}
