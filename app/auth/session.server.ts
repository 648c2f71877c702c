import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '#db/connection.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  findSession,
  insertSession,
  updateLastSeen,
} from '#db/queries/sessions.ts'
import type { Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { ABSOLUTE_MS, IDLE_MS, needsTouch, sessionHolds } from './session.ts'
import { needsSecondFactor, type Viewer } from './viewer.ts'

const BYTES = 32
const SHAPE = /^[\w-]{43}$/

/** What the database keeps: who steals a copy of it cannot sign in with it. */
export const sessionHash = (id: string): string => createHash('sha256').update(id).digest('hex')

export interface NewSession {
  staffId: string
  /** Whether a second factor was shown, here or to the sign-in provider. */
  secondFactor: boolean
  /** Family and system of the browser (browser-family.ts). */
  browser: string
  /** The session the browser came with, if any: it ends, and its id is never taken over. */
  instead: string | null
}

/** Begins a session under a new id of 256 random bits and forgets those that are over. */
export async function startSession(tx: Tx, session: NewSession, now: Date): Promise<string> {
  if (session.instead) await deleteSession(tx, sessionHash(session.instead))
  const id = randomBytes(BYTES).toString('base64url')
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  await deleteSessionsBefore(tx, before(ABSOLUTE_MS), before(IDLE_MS))
  await insertSession(tx, {
    id_hash: sessionHash(id),
    staff_id: session.staffId,
    created_at: now.toISOString(),
    last_seen_at: now.toISOString(),
    second_factor: session.secondFactor ? 1 : 0,
    browser: session.browser,
  })
  return id
}

/** Whose session this is, or null: unknown, over, or of somebody suspended. */
export async function viewerOf(
  { store, clock }: { store: Store; clock: Clock },
  id: string | null,
): Promise<Viewer | null> {
  if (!id || !SHAPE.test(id)) return null
  const hash = sessionHash(id)
  const session = await findSession(store.read, hash)
  const now = clock.now()
  if (session?.status !== 'active' || !sessionHolds(session, now)) return null
  if (needsTouch(session, now)) await touch(store, hash, now)
  const waitingCases = Number(session.waiting_cases)
  return {
    staffId: session.staff_id,
    name: session.name,
    email: session.email,
    role: session.role,
    officeId: session.office_id,
    mayChange: !needsSecondFactor(session.role) || session.second_factor === 1 || session.demo === '1',
    ...(waitingCases > 0 && { waitingCases }),
  }
}

/** A store that cannot write just now (a full disk) does not keep anybody from reading. */
async function touch(store: Store, hash: string, now: Date): Promise<void> {
  try {
    await store.write((tx) => updateLastSeen(tx, hash, now.toISOString()))
  } catch (fault) {
    if (!(fault instanceof StoreUnavailable)) throw fault
  }
}
