import type { AlertRow, Db, Tx } from '../schema.ts'

/** Alerts that are not closed, and closed ones whose condition held at or after an instant; the oldest first. */
export function listKnownAlerts(db: Db, since: string): Promise<AlertRow[]> {
  return db
    .selectFrom('alerts')
    .selectAll()
    .where((e) => e.or([e('status', '<>', 'closed'), e('held_at', '>=', since)]))
    .orderBy('id')
    .execute()
}

/** Writes those whose rule and subject have no open one; answers their ids. */
export async function insertAlerts(tx: Tx, rows: AlertRow[]): Promise<string[]> {
  if (rows.length === 0) return []
  const written = await tx
    .insertInto('alerts')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return written.map(({ id }) => id)
}

export async function updateAlerts(tx: Tx, ids: readonly string[], change: Partial<AlertRow>): Promise<void> {
  if (ids.length > 0) await tx.updateTable('alerts').set(change).where('id', 'in', ids).execute()
}

/** Takes alerts that stand in one of these states on; answers how many did. */
export async function moveAlert(
  tx: Tx,
  id: string,
  from: AlertRow['status'][],
  change: Partial<AlertRow>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('alerts')
    .set(change)
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

const named = (db: Db) =>
  db
    .selectFrom('alerts as a')
    .innerJoin('alert_rules as r', 'r.id', 'a.rule_id')
    .leftJoin('kiosk_devices as d', (join) =>
      join.onRef('d.id', '=', 'a.subject_id').on('a.subject_kind', '=', 'kiosk_device'),
    )
    .leftJoin('counters as c', (join) =>
      join.on((e) =>
        e.or([
          e.and([e('a.subject_kind', '=', 'counter'), e('c.id', '=', e.ref('a.subject_id'))]),
          e('c.id', '=', e.ref('d.counter_id')),
        ]),
      ),
    )
    .leftJoin('offices as o', (join) =>
      join.on((e) =>
        e.or([
          e.and([e('a.subject_kind', '=', 'office'), e('o.id', '=', e.ref('a.subject_id'))]),
          e('o.id', '=', e.ref('c.office_id')),
        ]),
      ),
    )
    .leftJoin('staff as taken', 'taken.id', 'a.acknowledged_by')
    .leftJoin('staff as ended', 'ended.id', 'a.closed_by')
    .selectAll('a')
    .select(['r.kind', 'o.id as office_id', 'o.name as office', 'c.name as counter', 'd.name as device'])
    .select(['taken.name as acknowledger', 'ended.name as closer'])

/** Alerts with the names of what they are about, the newest first, below one (`''` from the newest), at most so many. */
export function listAlerts(
  db: Db,
  { closed, below }: { closed: boolean; below: string },
  limit: number,
): Promise<NamedAlertRow[]> {
  return named(db)
    .where('a.status', closed ? '=' : '<>', 'closed')
    .$if(below !== '', (query) => query.where('a.id', '<', below))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
}
export type NamedAlertRow = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number]

export async function countOpenAlerts(db: Db): Promise<number> {
  const row = await db
    .selectFrom('alerts')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
