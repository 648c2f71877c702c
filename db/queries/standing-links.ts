import type { Db } from '../schema.ts'

export interface StandingLink {
  code: string
  office_id: string
  office_name: string
  /** Null where the code stands for the whole office. */
  counter_name: string | null
  placard_number: number
}

/** Every standing code that has not been revoked, in the order of the tree, the counters and the placards. */
export function listStandingLinks(db: Db): Promise<StandingLink[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('offices', 'offices.id', 'invitations.office_id')
    .leftJoin('counters', 'counters.id', 'invitations.counter_id')
    .select([
      'invitations.lookup as code',
      'offices.id as office_id',
      'offices.name as office_name',
      'counters.name as counter_name',
      'invitations.placard_number',
    ])
    .where('invitations.kind', '=', 'standing')
    .where('invitations.status', '<>', 'revoked')
    .orderBy('offices.position')
    .orderBy('offices.path')
    .orderBy('counters.position')
    .orderBy('invitations.placard_number')
    .orderBy('invitations.lookup')
    .execute()
}
