import type { Store } from '#db/connection.ts'
import { deleteSession } from '#db/queries/sessions.ts'
import { sessionHash } from './session.server.ts'

/** Ends a session: whoever kept its id finds it dead at the next request. */
export async function signOut(store: Store, sessionId: string | null): Promise<void> {
  if (sessionId) await store.write((tx) => deleteSession(tx, sessionHash(sessionId)))
}
