import { recordAudit } from '#app/audit/record-audit.server.ts'
import { seal, unseal } from '#app/auth/sealed.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import type { ContactKeys } from '#db/contact-keys.ts'
import {
  deleteCaseContacts,
  findCaseContact,
  listContactCases,
  listContactsToForget,
} from '#db/queries/case-contacts.ts'
import { findCase } from '#db/queries/feedback-cases.ts'
import type { CaseContactRow, Db } from '#db/schema.ts'
import { mayReadWords } from './case-access.ts'
import { recordSteps } from './case-log.server.ts'
import type { CaseParts } from './case-parts.ts'
import type { Contact } from './contact.ts'

const purpose = (caseId: string) => `contact|${caseId}`

export const sealContact = (key: string, caseId: string, contact: Contact): string =>
  seal(key, purpose(caseId), JSON.stringify(contact))

/** What was sealed, or null once its key is gone. */
export function openContact(keys: ContactKeys, row: CaseContactRow): Contact | null {
  const key = keys.find(row.case_id)
  const opened = key && unseal(key, purpose(row.case_id), row.sealed)
  return opened ? (JSON.parse(opened) as Contact) : null
}

export async function contactOf(db: Db, keys: ContactKeys, caseId: string): Promise<Contact | null> {
  const row = await findCaseContact(db, caseId)
  return row ? openContact(keys, row) : null
}

/**
 * Contact data in full, for the handler or Văn phòng; each view is a line of the audit trail, written before it is
 * shown. @throws NotFound
 */
export async function viewContact(
  { store, clock, contactKeys }: CaseParts,
  viewer: Viewer,
  caseId: string,
): Promise<Contact> {
  const row = await store.write(async (tx) => {
    const found = await findCase(tx, caseId)
    const kept = found && mayReadWords(viewer, found) ? await findCaseContact(tx, caseId) : undefined
    if (!kept) throw new NotFound()
    const subject = { kind: 'feedback_case', id: caseId }
    await recordAudit(tx, clock, viewer, { action: 'case_contact.view', subject })
    return kept
  })
  const contact = openContact(contactKeys, row)
  if (!contact) throw new NotFound()
  return contact
}

/**
 * Destroys a case's contact data: the key first, so that nothing can be read any more whatever happens next, then the
 * row, then what the write-ahead log still holds of it.
 */
export async function forgetContacts(
  { store, clock, contactKeys }: Omit<CaseParts, 'secret'>,
  caseIds: readonly string[],
  why: 'asked' | 'ended',
): Promise<void> {
  if (caseIds.length === 0) return
  for (const id of caseIds) contactKeys.forget(id)
  await store.write(async (tx) => {
    const had = await deleteCaseContacts(tx, caseIds)
    await recordSteps(tx, clock, had, { kind: 'contact_deleted', note: why })
  })
  await store.emptyLog()
}

/** A key is made just before the row it opens: one that is younger may still get its row. */
const ORPHAN_MS = 3_600_000
const madeAt = (caseId: string) => Number.parseInt(caseId.replace('-', '').slice(0, 12), 16)

/** Deletes contact data of cases closed before an instant, and mends what a crash left: a key alone, a row alone. */
export async function forgetEndedContacts(
  parts: Omit<CaseParts, 'secret'>,
  closedBefore: string,
): Promise<number> {
  const { store, clock, contactKeys } = parts
  const ended = await listContactsToForget(store.read, closedBefore)
  const rows = new Set(await listContactCases(store.read))
  const held = new Set(contactKeys.held())
  const keyless = [...rows].filter((id) => !held.has(id))
  const forgotten = [...new Set([...ended, ...keyless])]
  await forgetContacts(parts, forgotten, 'ended')
  const orphans = [...held].filter((id) => !rows.has(id) && madeAt(id) < clock.now().getTime() - ORPHAN_MS)
  for (const id of orphans) contactKeys.forget(id)
  return forgotten.length
}
