import { sql } from 'kysely'
import { preparedQuery } from '../prepared.ts'
import type { CommentThemeRow, Db, Tx } from '../schema.ts'

export function listCommentThemes(db: Db): Promise<CommentThemeRow[]> {
  return db.selectFrom('comment_themes').selectAll().orderBy('position').orderBy('id').execute()
}

export async function saveCommentTheme(tx: Tx, row: CommentThemeRow): Promise<void> {
  const { names, keywords, position } = row
  await tx
    .insertInto('comment_themes')
    .values(row)
    .onConflict((c) => c.column('id').doUpdateSet({ names, keywords, position }))
    .execute()
}

export async function deleteCommentTheme(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('comment_themes').where('id', '=', id).execute()
  await tx.deleteFrom('monthly_theme_counts').where('theme', '=', id).execute()
}

const upsert = preparedQuery(
  (db: Db, ...[month, office_id, theme, first, change]: [string, string, string, number, number]) =>
    db
      .insertInto('monthly_theme_counts')
      .values({ month, office_id, theme, n: first })
      .onConflict((c) =>
        c
          .columns(['month', 'office_id', 'theme'])
          .doUpdateSet({ n: sql`monthly_theme_counts.n + ${change}` }),
      ),
)

/** Adds `change` to how many comments of a month and office touch a theme. */
export async function addToThemeCount(
  tx: Tx,
  { month, office, theme }: { month: string; office: string; theme: string },
  change: number,
): Promise<void> {
  // A check refuses a negative count before the conflict is found, so the row is inserted with 0 or more.
  await upsert(tx, month, office, theme, Math.max(change, 0), change)
}

/** Comments by office and theme over whole months, both included. */
export function sumThemesByOffice(db: Db, from: string, to: string) {
  return db
    .selectFrom('monthly_theme_counts')
    .select(['office_id', 'theme'])
    .select((e) => e.fn.sum<number>('n').as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['office_id', 'theme'])
    .execute()
}

/** Comments by month and theme of some offices. */
export function sumThemesByMonth(db: Db, from: string, to: string, offices: readonly string[]) {
  return db
    .selectFrom('monthly_theme_counts')
    .select(['month', 'theme'])
    .select((e) => e.fn.sum<number>('n').as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('office_id', 'in', [...offices])
    .groupBy(['month', 'theme'])
    .execute()
}
