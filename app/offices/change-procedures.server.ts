import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Day } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import {
  insertFields,
  insertProcedures,
  listFields,
  listProcedures,
  updateProcedureEnd,
} from '#db/queries/procedures.ts'
import type { Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import { folded } from './folded.ts'
import { dayBefore } from './office.ts'
import type { Outcome } from './outcome.ts'
import { type LineProblem, overlaps, type ProcedureSpan, spanOf, storedSpan } from './procedure.ts'
import { readProcedureFile } from './procedure-file.ts'
import type { NewProcedure } from './procedure-form.ts'

/** Adds a procedure, or another validity of one; a field nobody has heard of is made. */
export function addProcedure(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  procedure: NewProcedure,
): Promise<Outcome> {
  requireAdministrator(viewer)
  const span = spanOf(procedure)
  return store.write(async (tx) => {
    if (span.to < span.from) return { problems: { valid_to: 'until_before_from' } }
    const known = (await listProcedures(tx)).map(storedSpan)
    if (known.some((other) => overlaps(other, span))) return { problems: { code: 'procedure_known' } }
    const [id = ''] = await insertSpans(tx, clock.now(), [span])
    await recordAudit(tx, clock, viewer, {
      action: 'procedure.add',
      subject: { kind: 'procedure', id },
      after: span,
    })
    return { done: 'procedureAdded', id }
  })
}

/** Ends a procedure: the day before `day` is its last. */
export function endProcedure(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  { procedure, day }: { procedure: string; day: Day },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const all = await listProcedures(tx)
    const row = all.find(({ id }) => id === procedure)
    if (!row) throw new NotFound()
    const to = dayBefore(day)
    if (to < row.valid_from) return { problems: { day: 'day_outside' } }
    const later = all.filter(({ id }) => id !== procedure).map(storedSpan)
    if (later.some((other) => overlaps(other, { ...storedSpan(row), to }))) {
      return { problems: { day: 'procedure_known' } }
    }
    await updateProcedureEnd(tx, procedure, to)
    await recordAudit(tx, clock, viewer, {
      action: 'procedure.end',
      subject: { kind: 'procedure', id: procedure },
      before: { valid_to: row.valid_to },
      after: { valid_to: to },
    })
    return { done: 'procedureEnded' }
  })
}

/** Takes in a file of procedures, all of it, or names each bad line and stores nothing. */
export function takeInProcedures(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  bytes: Uint8Array,
): Promise<{ added: number } | { lines: LineProblem[] }> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const read = readProcedureFile(bytes, (await listProcedures(tx)).map(storedSpan))
    if ('problems' in read) return { lines: read.problems }
    await insertSpans(tx, clock.now(), read.spans)
    await recordAudit(tx, clock, viewer, {
      action: 'procedure.import',
      subject: { kind: 'procedure', id: '*' },
      after: { added: read.spans.length, codes: read.spans.map(({ code }) => code) },
    })
    return { added: read.spans.length }
  })
}

async function insertSpans(tx: Tx, now: Date, spans: readonly ProcedureSpan[]): Promise<string[]> {
  const newId = () => uuidv7({ msecs: now.getTime() })
  const fieldIds = new Map((await listFields(tx)).map(({ id, name }) => [name, id]))
  const names = new Set(spans.map(({ field }) => field).filter((name) => !fieldIds.has(name)))
  const fields = [...names].map((name) => ({ id: newId(), name, name_folded: folded(name) }))
  for (const { id, name } of fields) fieldIds.set(name, id)
  await insertFields(tx, fields)
  const rows = spans.map(({ code, name, field, from, to }) => ({
    id: newId(),
    ...{ code, name },
    name_folded: folded(name),
    field_id: fieldIds.get(field) ?? '',
    valid_from: from,
    valid_to: to,
  }))
  await insertProcedures(tx, rows)
  return rows.map(({ id }) => id)
}
