import { v7 as uuid } from 'uuid'
import { dayOf } from '#app/calendar/day.ts'
import { Conflict } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import { findReturnLinks, upsertDossierLinks } from '#db/queries/dossier-links.ts'
import { findDossiersByCode, upsertDossiers } from '#db/queries/dossiers.ts'
import type { DossierRow, InvitationRow, Tx } from '#db/schema.ts'
import { CountChanges } from './count-dossiers.server.ts'
import { type Dossier, isClosed } from './dossier.ts'
import { isOnTime } from './on-time.ts'
import { type DerivedLink, isAnswered, type LinkFor, returnLinkAfter } from './return-link.ts'

/** What taking dossiers in did, and the link of each returned or refused one, in the order given. */
export interface TakenIn {
  added: number
  changed: number
  unchanged: number
  links: { code: string; token: string }[]
  /** Dossiers whose link was issued under another secret: it still works but cannot be derived again. */
  underived: string[]
}

/** A dossier as it will be stored, and its link in case it has one: all that needs no transaction. */
interface Prepared {
  row: DossierRow
  derived: DerivedLink
}

/** Bounds what is held in memory at once, not the transaction: that is always one. */
const PART = 4_096

/**
 * Takes dossiers in, any number of times: all of them or none. Counts move with what changed, links follow. Nobody
 * else writes meanwhile: measured, 100,000 new dossiers take 2.5 seconds of that.
 * @throws Conflict when a code is given twice
 */
export async function takeInDossiers(
  { write, linkFor }: { write: Store['write']; linkFor: LinkFor },
  dossiers: readonly Dossier[],
): Promise<TakenIn> {
  if (new Set(dossiers.map((dossier) => dossier.code)).size < dossiers.length) {
    throw new Conflict('A dossier code is given twice')
  }
  const prepared = dossiers.map((dossier) => ({
    row: asRow(dossier),
    derived: linkFor(dossier.code),
  }))
  return write(async (tx) => {
    const taken: TakenIn = { added: 0, changed: 0, unchanged: 0, links: [], underived: [] }
    const counts = new CountChanges()
    for (let at = 0; at < prepared.length; at += PART) {
      await takeInPart(tx, prepared.slice(at, at + PART), taken, counts)
    }
    await counts.write(tx)
    return taken
  })
}

async function takeInPart(tx: Tx, part: readonly Prepared[], taken: TakenIn, counts: CountChanges) {
  const codes = part.map(({ row }) => row.code)
  const known = new Map((await findDossiersByCode(tx, codes)).map((row) => [row.code, row]))
  const ids = [...known.values()].map((row) => row.id)
  const links = new Map((await findReturnLinks(tx, ids)).map((link) => [link.dossier_id, link]))
  const rows: DossierRow[] = []
  const linkRows: InvitationRow[] = []
  for (const { row: given, derived } of part) {
    const dossier = known.get(given.code)
    const link = dossier && links.get(dossier.id)
    const row = dossier ? { ...given, id: dossier.id } : given
    if (dossier && isSame(dossier, row)) taken.unchanged++
    else {
      if (dossier) counts.add(dossier, isAnswered(link), -1)
      counts.add(row, isAnswered(link), 1)
      taken[dossier ? 'changed' : 'added']++
      rows.push(row)
    }
    const linkRow = returnLinkAfter(row, { dossier, link }, derived)
    if (linkRow) linkRows.push(linkRow)
    if (isClosed(row.outcome)) noteLink(taken, row.code, linkRow ?? link, derived)
  }
  await upsertDossiers(tx, rows)
  await upsertDossierLinks(tx, linkRows)
}

function noteLink(taken: TakenIn, code: string, link: InvitationRow | undefined, derived: DerivedLink): void {
  if (link?.lookup === derived.lookup) taken.links.push({ code, token: derived.token })
  else taken.underived.push(code)
}

function asRow(dossier: Dossier): DossierRow {
  const returnedDay = dossier.returnedAt === '' ? '' : dayOf(new Date(dossier.returnedAt))
  const dueDay = dayOf(new Date(dossier.dueAt))
  return {
    id: uuid(),
    code: dossier.code,
    office_id: dossier.officeId,
    procedure_id: dossier.procedureId,
    channel: dossier.channel,
    applicant: dossier.applicant,
    received_at: dossier.receivedAt,
    due_at: dossier.dueAt,
    returned_at: dossier.returnedAt,
    received_day: dayOf(new Date(dossier.receivedAt)),
    due_day: dueDay,
    returned_day: returnedDay,
    outcome: dossier.outcome,
    on_time: Number(isOnTime(returnedDay, dueDay)),
  }
}

const isSame = (a: DossierRow, b: DossierRow) =>
  (Object.keys(b) as (keyof DossierRow)[]).every((column) => a[column] === b[column])
