import { CountChanges } from '#app/dossiers/count-dossiers.server.ts'
import { lookupOf } from '#app/invitations/rating-code.ts'
import { linkToken } from '#app/invitations/secret.ts'
import type { DossierRow } from '#db/schema.ts'
import { PROCEDURES, SECRET, type SmallCity } from './small-city.ts'

/** A dossier returned on 10 March 2026 at 10:00 in Vietnam; answers the token of its link, valid for 30 days. */
export async function aDossierLink(city: SmallCity, code: string, officeId: string): Promise<string> {
  const token = linkToken(SECRET, code, 'return', 1)
  await city.store.write(async (tx) => {
    const dossier: DossierRow = {
      id: code,
      code,
      office_id: officeId,
      procedure_id: PROCEDURES.birth,
      channel: 'counter',
      applicant: 'citizen',
      received_at: '2026-03-05T02:00:00.000Z',
      due_at: '2026-03-12T10:00:00.000Z',
      returned_at: '2026-03-10T03:00:00.000Z',
      received_day: '2026-03-05',
      due_day: '2026-03-12',
      returned_day: '2026-03-10',
      outcome: 'returned',
      on_time: 1,
    }
    await tx.insertInto('dossiers').values(dossier).execute()
    await tx
      .insertInto('invitations')
      .values({
        id: `link-${code}`,
        kind: 'dossier',
        lookup: lookupOf({ kind: 'dossier', token }),
        office_id: officeId,
        counter_id: null,
        dossier_id: code,
        stage: 'return',
        trust: 'verified',
        issue_number: 1,
        key_number: 1,
        placard_number: 0,
        valid_from: '2026-03-10T03:00:00.000Z',
        valid_to: '2026-04-09T03:00:00.000Z',
        status: 'open',
      })
      .execute()
    const counts = new CountChanges()
    counts.add(dossier, false, 1)
    await counts.write(tx)
  })
  return token
}
