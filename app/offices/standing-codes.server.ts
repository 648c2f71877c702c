import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import {
  insertStandingCode,
  isCodeTaken,
  listCountersOf,
  listStandingCodesOf,
  nextPlacardNumber,
  revokeStandingCode,
  type StandingCode,
} from '#db/queries/counters.ts'
import type { InvitationRow, Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import type { Outcome } from './outcome.ts'

export interface CodeParts extends AdministrationParts {
  /** Makes a standing code; whether it is free is looked up here. */
  newCode: () => string
  /** The number of the city's signing key now. */
  keyNumber: number
}

const FOR_EVER = { valid_to: '9999-12-31T23:59:59.999Z' }
const MOST_TRIES = 8

/** Issues a standing code for a counter, or (counter '') for the whole office, that has none. */
export function issueCode(
  parts: CodeParts,
  viewer: Viewer,
  officeId: string,
  { counter }: { counter: string },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return parts.store.write(async (tx) => {
    const counters = await listCountersOf(tx, officeId)
    if (counter !== '' && !counters.some(({ id }) => id === counter)) throw new NotFound()
    const counterId = counter === '' ? null : counter
    const codes = (await listStandingCodesOf(tx, officeId)).filter((code) => code.counter_id === counterId)
    if (codes.some(({ status }) => status !== 'revoked')) return { problems: { counter: 'code_in_use' } }
    const issueNumber = Math.max(0, ...codes.map(({ issue_number }) => issue_number)) + 1
    const issued = await insertIssuedCode(tx, parts, viewer, { officeId, counterId, issueNumber })
    return { done: 'codeIssued', id: issued.id }
  })
}

/** Withdraws a standing code for good; whoever scans it finds nothing. */
export function revokeCode(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  { code }: { code: string },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const old = await openCode(tx, officeId, code)
    await revokeStandingCode(tx, old.id, null, clock.now().toISOString())
    await recordAudit(tx, clock, viewer, {
      action: 'code.revoke',
      subject: { kind: 'placard', id: old.id },
      before: { placard_number: old.placard_number, status: old.status },
      after: { status: 'revoked' },
    })
    return { done: 'codeRevoked' }
  })
}

/** Withdraws a code and issues another in its place, to be printed and hung up anew. */
export function reissueCode(
  parts: CodeParts,
  viewer: Viewer,
  officeId: string,
  { code }: { code: string },
): Promise<Outcome> {
  requireAdministrator(viewer)
  const { store, clock } = parts
  return store.write(async (tx) => {
    const old = await openCode(tx, officeId, code)
    const issued = await insertIssuedCode(tx, parts, viewer, {
      officeId,
      counterId: old.counter_id,
      issueNumber: old.issue_number + 1,
    })
    await revokeStandingCode(tx, old.id, issued.id, clock.now().toISOString())
    await recordAudit(tx, clock, viewer, {
      action: 'code.reissue',
      subject: { kind: 'placard', id: old.id },
      before: { placard_number: old.placard_number, status: old.status },
      after: { status: 'revoked', replaced_by: issued.id },
    })
    return { done: 'codeReissued', id: issued.id }
  })
}

/** @throws NotFound for a code of another office, or one that is withdrawn */
async function openCode(tx: Tx, officeId: string, id: string): Promise<StandingCode> {
  const codes = await listStandingCodesOf(tx, officeId)
  const code = codes.find((each) => each.id === id && each.status !== 'revoked')
  if (!code) throw new NotFound()
  return code
}

/** Inserts a standing code under the next placard number, and says so in the audit trail (never the code itself). */
export async function insertIssuedCode(
  tx: Tx,
  { clock, newCode, keyNumber }: CodeParts,
  viewer: Viewer,
  issue: { officeId: string; counterId: string | null; issueNumber: number },
): Promise<InvitationRow> {
  const row: InvitationRow = {
    id: uuidv7({ msecs: clock.now().getTime() }),
    kind: 'standing',
    lookup: await freeCode(tx, newCode),
    office_id: issue.officeId,
    counter_id: issue.counterId,
    dossier_id: null,
    stage: 'unstated',
    trust: 'open',
    issue_number: issue.issueNumber,
    key_number: keyNumber,
    placard_number: await nextPlacardNumber(tx),
    valid_from: clock.now().toISOString(),
    ...FOR_EVER,
    status: 'open',
  }
  await insertStandingCode(tx, row)
  const { id, office_id, counter_id, placard_number, issue_number } = row
  await recordAudit(tx, clock, viewer, {
    action: 'code.issue',
    subject: { kind: 'placard', id },
    after: { office_id, counter_id, placard_number, issue_number },
  })
  return row
}

async function freeCode(tx: Tx, newCode: () => string): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = newCode()
    if (!(await isCodeTaken(tx, code))) return code
  }
  throw new RangeError(`No free standing code in ${MOST_TRIES} tries`)
}
