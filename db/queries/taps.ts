import { sql } from 'kysely'
import { preparedQuery } from '../prepared.ts'
import type { Db, Stage, Trust } from '../schema.ts'

/** A rating as it is looked at for signs of stuffing: given at a place, not by a dossier's own link. */
export interface TapRow {
  id: string
  office_id: string
  counter_id: string | null
  trust: Trust
  stage: Stage
  level: number
  day: string
  first_at: string
}

const nextTaps = preparedQuery((db: Db, after: string, before: string, most: number) =>
  db
    .selectFrom('responses')
    .select(['id', 'office_id', 'counter_id', 'trust', 'stage', 'level', 'day', 'first_at'])
    .where('id', '>', after)
    .where('id', '<', before)
    .orderBy('id')
    .limit(most),
)

/** Ratings whose ids (UUIDv7: by the time they were taken in) lie between two, in that order, at most so many. */
export function listTaps(db: Db, after: string, before: string, most: number): Promise<TapRow[]> {
  return nextTaps(db, after, before, most)
}

export interface RecentTapRow {
  id: string
  office_id: string
  counter_id: string | null
  stage: Stage
  level: number
  first_at: string
}

const newestTaps = preparedQuery((db: Db, after: string, most: number) =>
  db
    .selectFrom('responses')
    .select(['id', 'office_id', 'counter_id', 'stage', 'level', 'first_at'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most),
)

/** Ratings of every kind whose ids (by the time they were taken in) come after one, in that order, at most so many. */
export function listTapsAfter(db: Db, after: string, most: number): Promise<RecentTapRow[]> {
  return newestTaps(db, after, most)
}

export interface UsualTaps {
  office_id: string
  counter_id: string
  trust: Trust
  n: number
}

/** Ratings not bound to a dossier by office and where they were given, over months (`yyyy-MM`, both included). */
export function sumTapsByCounter(db: Db, from: string, to: string): Promise<UsualTaps[]> {
  return db
    .selectFrom('counter_counts')
    .select(['office_id', 'counter_id', 'trust'])
    .select(sql<number>`sum(level_1 + level_2 + level_3 + level_4 + level_5)`.as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('trust', '<>', 'verified')
    .where('stage', '<>', 'filing')
    .groupBy(['office_id', 'counter_id', 'trust'])
    .execute()
}

export interface HourTaps {
  office_id: string
  month: string
  hour: number
  n: number
}

/** The same by office, month and hour (0-23 in Vietnam). */
export function sumTapsByHour(db: Db, from: string, to: string): Promise<HourTaps[]> {
  return db
    .selectFrom('hour_counts')
    .select(['office_id', 'month', 'hour'])
    .select(sql<number>`sum(level_1 + level_2 + level_3 + level_4 + level_5)`.as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('trust', '<>', 'verified')
    .where('stage', '<>', 'filing')
    .groupBy(['office_id', 'month', 'hour'])
    .execute()
}

/** Dossiers returned by office, month and hour. */
export function sumReturnsByHour(db: Db, from: string, to: string): Promise<HourTaps[]> {
  return db
    .selectFrom('hour_dossier_counts')
    .select(['office_id', 'month', 'hour'])
    .select((e) => e.fn.sum<number>('returned').as('n'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['office_id', 'month', 'hour'])
    .execute()
}

/** Dossiers returned by office and day. */
export function listReturnsByDay(db: Db, from: string, to: string) {
  return db
    .selectFrom('dossier_counts')
    .select(['day', 'office_id', 'returned'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
}

/** The opening hours of every office that has entered some. */
export function listAllOpeningHours(db: Db) {
  return db.selectFrom('opening_hours').selectAll().execute()
}

export function listCounterNames(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('counters').select(['id', 'name']).execute()
}
