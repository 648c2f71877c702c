import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import type { Store } from '#db/connection.ts'
import { listOfficeIds } from '#db/queries/dossiers.ts'
import { listProcedureValidities } from '#db/queries/procedures.ts'
import { readDossierFile } from './dossier-file.ts'
import type { DossierProblem } from './dossier-problem.ts'
import { procedureFinder } from './procedure-code.ts'
import type { LinkFor } from './return-link.ts'
import { type TakenIn, takeInDossiers } from './take-in-dossiers.server.ts'

/** Takes in one file of dossiers, all of it, or names what is wrong with it and stores nothing. */
export async function takeInDossierFile(
  city: Pick<Store, 'read' | 'write'> & { linkFor: LinkFor; clock: Clock },
  bytes: Uint8Array,
): Promise<TakenIn | { problems: DossierProblem[] }> {
  const [officeIds, procedures] = await Promise.all([
    listOfficeIds(city.read),
    listProcedureValidities(city.read),
  ])
  const validities = procedures.map((row) => ({
    id: row.id,
    code: row.code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
  const read = readDossierFile(bytes, {
    officeIds: new Set(officeIds),
    procedureFor: procedureFinder(validities),
    today: dayOf(city.clock.now()),
  })
  return 'problems' in read ? read : takeInDossiers(city, read.dossiers)
}
