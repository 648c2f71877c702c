import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMonths, FIRST_DAY, firstDayOf, LAST_DAY, lastDayOf } from '#app/calendar/day.ts'
import { type Period, periodOf } from '#app/calendar/period.ts'
import { CountChanges } from '#app/dossiers/count-dossiers.server.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import { openStore, type Store } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { addToLevelCount } from '#db/queries/level-counts.ts'
import type { DossierRow, InvitationRow, OfficeRow, ResponseRow, Tx } from '#db/schema.ts'
import type { Random } from '#scripts/demo-city/random.ts'

const FIRST_MONTH = '2020-01'
const FIELD = 'ho-tich'
const PROCEDURE = 'tt-1'

/** A city of a random tree with so many months of ratings and dossiers, counted as the product counts. */
export async function randomMonths(random: Random, months: number) {
  const dir = mkdtempSync(join(tmpdir(), 'oracle-'))
  const store = openStore(`sqlite:${join(dir, 'city.sqlite')}`)
  await migrate(store.owner, store.differences)
  const offices = officesOf(random)
  await store.write((tx) => settle(tx, offices))
  const all = Array.from({ length: months }, (_, at) => addMonths(FIRST_MONTH, at))
  for (const month of all) await store.write((tx) => fillMonth(tx, random, offices, month))
  return {
    store: store as Store,
    periods: all.map((month) => periodIn(random, month)),
    today: firstDayOf(addMonths(FIRST_MONTH, months)),
    async close() {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** One or two roots, the others anywhere below; some answer to the province. */
function officesOf(random: Random): OfficeRow[] {
  const offices: OfficeRow[] = []
  const roots = random.chance(0.7) ? 1 : 2
  const count = random.between(3, 8)
  for (let at = 0; at < count; at++) {
    const parent = at < roots ? undefined : random.pick(offices)
    const id = `o-${at}`
    offices.push({
      id,
      name: id,
      name_folded: id,
      kind: 'ward',
      parent_id: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${id}/`,
      position: at,
      gso_code: '',
      outside_authority: parent && random.chance(0.12) ? 1 : 0,
      valid_from: FIRST_DAY,
      valid_to: LAST_DAY,
    })
  }
  return offices
}

async function settle(tx: Tx, offices: OfficeRow[]): Promise<void> {
  const open = { valid_from: FIRST_DAY, valid_to: LAST_DAY }
  await tx.insertInto('offices').values(offices).execute()
  await tx.insertInto('fields').values({ id: FIELD, name: FIELD, name_folded: FIELD }).execute()
  const procedure = {
    id: PROCEDURE,
    code: '1.001193',
    name: PROCEDURE,
    name_folded: PROCEDURE,
    field_id: FIELD,
  }
  await tx
    .insertInto('procedures')
    .values({ ...procedure, ...open })
    .execute()
}

async function fillMonth(tx: Tx, random: Random, offices: OfficeRow[], month: string): Promise<void> {
  const responses: ResponseRow[] = []
  const dossiers: DossierRow[] = []
  const rated = new Set<string>()
  for (const { id } of offices) {
    const [ratings, returned] = [random.pick([0, 3, 12, 40, 90]), random.pick([0, 5, 30, 60])]
    const displeased = random.pick([0, 0.03, 0.08, 0.5])
    for (let i = 0; i < random.between(0, ratings); i++)
      responses.push(response(random, id, dayIn(random, month), displeased))
    for (let i = 0; i < random.between(0, returned); i++) {
      const made = dossier(random, id, dayIn(random, month))
      dossiers.push(made)
      if (random.chance(0.4)) rated.add(made.id)
    }
  }
  await inParts(responses, (rows) => tx.insertInto('responses').values(rows).execute())
  await inParts(dossiers, (rows) => tx.insertInto('dossiers').values(rows).execute())
  const links = dossiers.filter(({ id }) => rated.has(id)).map(linkOf)
  await inParts(links, (rows) => tx.insertInto('invitations').values(rows).execute())
  for (const row of responses) await addToLevelCount(tx, row, row.level as Level, 1)
  const changes = new CountChanges()
  for (const row of dossiers) changes.add(row, rated.has(row.id), 1)
  await changes.write(tx)
}

async function inParts<Row>(rows: Row[], insert: (rows: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) await insert(rows.slice(at, at + 100))
}

const dayIn = (random: Random, month: string): string =>
  `${month}-${String(random.between(1, Number(lastDayOf(month).slice(8)))).padStart(2, '0')}`

function response(random: Random, office_id: string, day: string, displeased: number): ResponseRow {
  const trust = random.pick(['verified', 'kiosk', 'open'] as const)
  return {
    id: random.uuid(Date.parse(day)),
    receipt_hash: random.hex(8),
    office_id,
    counter_id: null,
    procedure_id: null,
    channel: 'unstated',
    stage: trust === 'verified' ? random.pick(['return', 'return', 'filing'] as const) : 'unstated',
    trust,
    respondent: random.pick(['citizen', 'business', 'unstated'] as const),
    level: random.chance(displeased) ? random.between(1, 3) : random.between(4, 5),
    day,
    first_at: `${day}T03:00:00.000Z`,
    changeable_until: `${day}T03:00:00.000Z`,
    lang: 'vi',
    survey_version_id: null,
    answers: '{}',
    comment: '',
    revision: 0,
    amended_at: '',
  }
}

function dossier(random: Random, office_id: string, day: string): DossierRow {
  const isOnTime = random.chance(0.97)
  const id = random.uuid(Date.parse(day))
  return {
    id,
    code: id,
    office_id,
    procedure_id: PROCEDURE,
    channel: 'counter',
    applicant: 'citizen',
    received_at: `${day}T01:00:00.000Z`,
    due_at: `${day}T09:00:00.000Z`,
    returned_at: `${day}T08:00:00.000Z`,
    received_day: day,
    due_day: isOnTime ? day : '2000-01-01',
    returned_day: day,
    outcome: random.chance(0.95) ? 'returned' : 'refused',
    on_time: isOnTime ? 1 : 0,
  }
}

const linkOf = ({ id, office_id }: DossierRow): InvitationRow => ({
  id: `link-${id}`,
  kind: 'dossier',
  lookup: id,
  office_id,
  counter_id: null,
  dossier_id: id,
  stage: 'return',
  trust: 'verified',
  issue_number: 1,
  key_number: 1,
  placard_number: 0,
  valid_from: '0001-01-01T00:00:00.000Z',
  valid_to: '9999-12-31T23:59:59.999Z',
  status: 'used',
})

/** The month, some days of it, or the quarter that ends with it. */
function periodIn(random: Random, month: string): Period {
  const kind = random.share()
  if (kind < 0.6) return periodOf(firstDayOf(month), lastDayOf(month))
  if (kind < 0.7) return periodOf(firstDayOf(addMonths(month, -2)), lastDayOf(month))
  const [from, to] = [dayIn(random, month), dayIn(random, month)].sort()
  return periodOf(from ?? month, to ?? month)
}
