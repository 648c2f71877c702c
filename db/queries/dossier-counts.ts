import { sql } from 'kysely'
import type { Db, DossierCountColumns, MonthlyDossierCountRow, Tx } from '../schema.ts'

/** Adds `change` (numbers may be negative) to an office's dossier counts of a day of return and of its month. */
export async function addToDossierCount(
  tx: Tx,
  day: string,
  officeId: string,
  change: DossierCountColumns,
): Promise<void> {
  const columns = Object.keys(change) as (keyof DossierCountColumns)[]
  const first = Object.fromEntries(
    columns.map((c) => [c, Math.max(change[c], 0)]),
  ) as unknown as DossierCountColumns
  const added = (table: string) =>
    Object.fromEntries(columns.map((c) => [c, sql`${sql.ref(`${table}.${c}`)} + ${change[c]}`]))
  await tx
    .insertInto('dossier_counts')
    .values({ day, office_id: officeId, ...first })
    .onConflict((c) => c.columns(['day', 'office_id']).doUpdateSet(added('dossier_counts')))
    .execute()
  await tx
    .insertInto('monthly_dossier_counts')
    .values({ month: day.slice(0, 7), office_id: officeId, ...first })
    .onConflict((c) => c.columns(['month', 'office_id']).doUpdateSet(added('monthly_dossier_counts')))
    .execute()
}

export interface OfficeDossierSum extends DossierCountColumns {
  office_id: string
}

const sums = ['returned', 'on_time', 'refused', 'rated'] as const

export function sumDossiersByOfficeInMonths(db: Db, from: string, to: string): Promise<OfficeDossierSum[]> {
  return db
    .selectFrom('monthly_dossier_counts')
    .select('office_id')
    .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy('office_id')
    .execute()
}

export function sumDossiersByOfficeInDays(db: Db, from: string, to: string): Promise<OfficeDossierSum[]> {
  return db
    .selectFrom('dossier_counts')
    .select('office_id')
    .select((e) => sums.map((column) => e.fn.sum<number>(column).as(column)))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('office_id')
    .execute()
}

/** Dossier counts by office and month, both ends included. */
export function listMonthlyDossiers(
  db: Db,
  { from, to, office }: { from: string; to: string; office?: string },
): Promise<MonthlyDossierCountRow[]> {
  const query = db
    .selectFrom('monthly_dossier_counts')
    .selectAll()
    .where('month', '>=', from)
    .where('month', '<=', to)
  return (office === undefined ? query : query.where('office_id', '=', office)).execute()
}
