import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { type Day, LAST_DAY } from '#app/calendar/day.ts'
import { insertOffices, listOffices } from '#db/queries/offices.ts'
import type { OfficeKind, OfficeRow, Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import { folded } from './folded.ts'
import type { NewOffice } from './office-form.ts'
import { openingProblems } from './office-rules.ts'
import { isEmpty, type Outcome } from './outcome.ts'

/** Opens an office from a day; its name and code may have been another's before. */
export function openOffice(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  office: NewOffice,
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const offices = await listOffices(tx)
    const problems = openingProblems(offices, office)
    if (!isEmpty(problems)) return { problems }
    const { id } = await insertOpenedOffice(tx, clock, viewer, offices, {
      ...office,
      until: office.until || LAST_DAY,
    })
    return { done: 'opened', id }
  })
}

interface OpenedOffice {
  name: string
  kind: OfficeKind
  parent: string
  from: Day
  until: Day
  gso_code: string
  outside_authority: boolean
}

/** Inserts an office as the last of its siblings, and says so in the audit trail. */
export async function insertOpenedOffice(
  tx: Tx,
  clock: Clock,
  viewer: Viewer,
  offices: readonly OfficeRow[],
  { name, kind, parent, from, until, gso_code, outside_authority }: OpenedOffice,
): Promise<OfficeRow> {
  const id = uuidv7({ msecs: clock.now().getTime() })
  const above = offices.find((office) => office.id === parent)
  const siblings = offices.filter(({ parent_id }) => parent_id === (above?.id ?? null))
  const row: OfficeRow = {
    id,
    name,
    name_folded: folded(name),
    kind,
    parent_id: above?.id ?? null,
    path: `${above?.path ?? '/'}${id}/`,
    position: Math.max(0, ...siblings.map(({ position }) => position)) + 1,
    gso_code,
    outside_authority: outside_authority ? 1 : 0,
    valid_from: from,
    valid_to: until,
  }
  await insertOffices(tx, [row])
  const { name_folded: _folded, path: _path, position: _position, ...after } = row
  await recordAudit(tx, clock, viewer, { action: 'office.open', subject: { kind: 'office', id }, after })
  return row
}
