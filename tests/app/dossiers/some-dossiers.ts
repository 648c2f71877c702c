import { countRated } from '#app/dossiers/count-dossiers.server.ts'
import type { Dossier } from '#app/dossiers/dossier.ts'
import { type TakenIn, takeInDossiers } from '#app/dossiers/take-in-dossiers.server.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { updateInvitationStatus } from '#db/queries/invitations.ts'
import type { Db, InvitationRow } from '#db/schema.ts'
import { OFFICES, PROCEDURES, SECRET, type SmallCity } from '#tests/world/small-city.ts'

/** Returned on time at ward A on 10 March 2026, unless said otherwise. */
export function aDossier(differences: Partial<Dossier> = {}): Dossier {
  return {
    code: 'H37.12-260305-0001',
    officeId: OFFICES.wardA,
    procedureId: PROCEDURES.birth,
    channel: 'counter',
    applicant: 'citizen',
    receivedAt: '2026-03-05T02:00:00.000Z',
    dueAt: '2026-03-12T10:00:00.000Z',
    returnedAt: '2026-03-10T03:00:00.000Z',
    outcome: 'returned',
    ...differences,
  }
}

export const OPEN: Partial<Dossier> = { returnedAt: '', outcome: 'open' }

export const codeOf = (number: number) => `H37.12-260305-${String(number).padStart(4, '0')}`

export const linkFor = (code: string) => returnLinkOf(SECRET, code)

export function takeIn(city: SmallCity, ...dossiers: Dossier[]): Promise<TakenIn> {
  return takeInDossiers({ write: city.store.write, linkFor }, dossiers)
}

/** What the store does when a citizen answers a dossier's link: marks it, and counts it for a returned one. */
export async function answer(city: SmallCity, code: string): Promise<void> {
  await city.store.write(async (tx) => {
    const link = await tx
      .selectFrom('invitations as i')
      .innerJoin('dossiers as d', 'd.id', 'i.dossier_id')
      .select(['i.id', 'd.returned_day', 'd.office_id', 'd.procedure_id', 'd.channel', 'd.outcome'])
      .where('d.code', '=', code)
      .where('i.status', '=', 'open')
      .executeTakeFirst()
    if (!link) return
    await updateInvitationStatus(tx, link.id, 'answered')
    if (link.outcome !== 'returned') return
    await countRated(tx, link)
  })
}

/** Takes every dossier, link and count away again. */
export async function emptyOfDossiers({ store }: SmallCity): Promise<void> {
  await store.owner.deleteFrom('invitations').where('kind', '=', 'dossier').execute()
  const counts = [
    'dossier_counts',
    'monthly_dossier_counts',
    'received_dossier_counts',
    'procedure_dossier_counts',
  ] as const
  for (const table of ['dossiers', ...counts, 'hour_dossier_counts'] as const) {
    await store.owner.deleteFrom(table).execute()
  }
}

export function linksOf(db: Db, code: string): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations as i')
    .innerJoin('dossiers as d', 'd.id', 'i.dossier_id')
    .selectAll('i')
    .where('d.code', '=', code)
    .execute()
}

/** The counts kept, as `day office returned/on time/refused/rated`; lines of nothing but zeros left out. */
export async function keptCounts(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('dossier_counts').selectAll().orderBy('day').orderBy('office_id').execute()
  return rows
    .map((r) => `${r.day} ${r.office_id} ${r.returned}/${r.on_time}/${r.refused}/${r.rated}`)
    .filter((line) => !line.endsWith(' 0/0/0/0'))
}

export async function keptMonths(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('monthly_dossier_counts').selectAll().execute()
  return rows
    .map((r) => `${r.month} ${r.office_id} ${r.returned}/${r.on_time}/${r.refused}/${r.rated}`)
    .filter((line) => !line.endsWith(' 0/0/0/0'))
    .toSorted()
}

/** The same, counted from the dossiers and links one by one, by day and by month. */
export async function countedAgain(db: Db): Promise<{ days: string[]; months: string[] }> {
  const dossiers = await db.selectFrom('dossiers').selectAll().execute()
  const links = await db.selectFrom('invitations').selectAll().where('kind', '=', 'dossier').execute()
  const answered = new Set(links.filter((l) => /answered|used/.test(l.status)).map((l) => l.dossier_id))
  const tally = (period: (day: string) => string) => {
    const lines = new Map<string, [number, number, number, number]>()
    for (const d of dossiers) {
      if (d.outcome !== 'returned' && d.outcome !== 'refused') continue
      const key = `${period(d.returned_day)} ${d.office_id}`
      const n = lines.get(key) ?? [0, 0, 0, 0]
      if (d.outcome === 'refused') n[2]++
      else {
        n[0]++
        if (d.returned_day <= d.due_day) n[1]++
        if (answered.has(d.id)) n[3]++
      }
      lines.set(key, n)
    }
    return [...lines].map(([key, n]) => `${key} ${n.join('/')}`).toSorted()
  }
  return { days: tally((day) => day), months: tally((day) => day.slice(0, 7)) }
}
