import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Schema } from '../schema.ts'

/** Whose cases: every one, those somebody handles, or those about an office or handled by one below a path. */
export type CaseScope = { all: true } | { handlerId: string } | { headPath: string }

type View = 'open' | 'mine' | 'due' | 'overdue' | 'quarantine' | 'restricted' | 'answered'

export interface CaseFilter {
  scope: CaseScope
  /** Who asks, for what is theirs. */
  staffId: string
  /** The office it is about, or ''. */
  office: string
  today: string
  /** The last day of what is due soon. */
  soon: string
}

type Tables = Pick<Schema, 'feedback_cases' | 'offices'>
type Builder = ExpressionBuilder<
  { c: Schema['feedback_cases']; about: Tables['offices']; handling: Tables['offices'] },
  'c' | 'about' | 'handling'
>

const deadline = sql<string>`case when c.status in ('quarantined', 'received') then c.classify_by else c.answer_by end`
const OPEN = ['received', 'classified', 'assigned'] as const

function within(e: Builder, { scope, office }: CaseFilter) {
  const about = office ? [e('c.office_id', '=', office)] : []
  if ('all' in scope) return e.and(about)
  if ('handlerId' in scope) return e.and([...about, e('c.handler_id', '=', scope.handlerId)])
  const below = `${scope.headPath}%`
  return e.and([
    ...about,
    e('c.status', 'not in', ['quarantined', 'set_aside', 'received']),
    e.or([
      e.and([e('about.path', 'like', below), e('c.queue', '=', 'ordinary')]),
      e.and([e('about.path', 'not like', below), e('handling.path', 'like', below)]),
    ]),
  ])
}

/** A restricted case stands in its own queue, and where it presses. */
function inView(e: Builder, view: View, { scope, staffId, today, soon }: CaseFilter) {
  const isOpen = e('c.status', 'in', OPEN)
  const ordinary = 'all' in scope ? [e('c.queue', '=', 'ordinary')] : []
  const views = {
    open: () => e.and([isOpen, ...ordinary]),
    mine: () => e.and([e('c.status', '=', 'assigned'), e('c.handler_id', '=', staffId)]),
    due: () => e.and([isOpen, e(deadline, '>=', today), e(deadline, '<=', soon)]),
    overdue: () => e.and([isOpen, e(deadline, '<', today)]),
    quarantine: () => e('c.status', '=', 'quarantined'),
    restricted: () =>
      e.and([e('c.queue', '=', 'restricted'), e('c.status', 'not in', ['quarantined', 'set_aside'])]),
    answered: () => e.and([e('c.status', 'in', ['answered', 'closed']), ...ordinary]),
  }
  return views[view]()
}

const from = (db: Db) =>
  db
    .selectFrom('feedback_cases as c')
    .innerJoin('offices as about', 'about.id', 'c.office_id')
    .leftJoin('offices as handling', 'handling.id', 'c.handling_office_id')

/** Cases without anybody's words, the one that presses most first; answered ones the newest first. */
export function listDeskCases(db: Db, view: View, filter: CaseFilter, most: number, skip: number) {
  const query = from(db)
    .leftJoin('staff as handler', 'handler.id', 'c.handler_id')
    .select(['c.id', 'c.year', 'c.serial', 'c.kind', 'c.official', 'c.office_id', 'c.status', 'c.queue'])
    .select(['c.category', 'c.received_day', 'c.answer_by', 'c.classify_by', 'c.extended_from', 'c.summary'])
    .select(['c.first_answer', 'c.handled_well', 'c.escalation', 'c.round', 'c.handler_id', 'c.lang'])
    .select(['about.name as office', 'handling.name as handling', 'handler.name as handler'])
    .where((e) => within(e as unknown as Builder, filter))
    .where((e) => inView(e as unknown as Builder, view, filter))
    .limit(most)
    .offset(skip)
  const ordered =
    view === 'answered'
      ? query.orderBy('c.answered_at', 'desc').orderBy('c.id', 'desc')
      : query.orderBy(deadline).orderBy('c.received_at').orderBy('c.id')
  return ordered.execute()
}
export type DeskCaseRow = Awaited<ReturnType<typeof listDeskCases>>[number]

/** How many there are in each view, in one statement. */
export async function countDeskCases<V extends View>(
  db: Db,
  views: readonly V[],
  filter: CaseFilter,
): Promise<Record<V, number>> {
  const counted = await from(db)
    .select((e) =>
      views.map((view) =>
        sql<number>`sum(case when ${inView(e as unknown as Builder, view, filter)} then 1 else 0 end)`.as(
          view,
        ),
      ),
    )
    .where((e) => within(e as unknown as Builder, filter))
    .executeTakeFirstOrThrow()
  const counts = views.map((view) => [view, Number((counted as Record<string, number | null>)[view] ?? 0)])
  return Object.fromEntries(counts) as Record<V, number>
}
