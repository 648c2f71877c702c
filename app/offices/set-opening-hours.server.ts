import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { findOffice } from '#db/queries/offices.ts'
import { listOpeningHours, replaceOpeningHours } from '#db/queries/opening-hours.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import type { Span } from './opening-hours.ts'
import type { Outcome } from './outcome.ts'

const written = (spans: readonly Span[]) =>
  spans.map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`)

/** Writes when an office is open in a week. */
export function setOpeningHours(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  spans: readonly Span[],
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    if (!(await findOffice(tx, officeId))) throw new NotFound()
    const before = await listOpeningHours(tx, officeId)
    const rows = spans.map((span) => ({ office_id: officeId, ...span }))
    await replaceOpeningHours(tx, officeId, rows)
    await recordAudit(tx, clock, viewer, {
      action: 'office.hours',
      subject: { kind: 'office', id: officeId },
      before: { hours: written(before) },
      after: { hours: written(rows) },
    })
    return { done: 'hoursSet' }
  })
}
