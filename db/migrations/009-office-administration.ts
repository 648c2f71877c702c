import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await officeHistory(db)
  await db.schema
    .createTable('opening_hours')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('weekday', 'integer', (c) => c.notNull().check(sql`weekday between 1 and 7`))
    .addColumn('opens', 'text', (c) => c.notNull())
    .addColumn('closes', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('opening_hours_pk', ['office_id', 'weekday', 'opens'])
    .addCheckConstraint('opening_hours_span', sql`opens < closes`)
    .execute()
  await db.schema
    .createTable('office_targets')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull().check(sql`measure in ('satisfied', 'on_time')`))
    .addColumn('permille', 'integer', (c) => c.notNull().check(sql`permille between 0 and 1000`))
    .addPrimaryKeyConstraint('office_targets_pk', ['office_id', 'year', 'measure'])
    .execute()
  await db.schema
    .createTable('code_revocations')
    .addColumn('invitation_id', 'text', (c) => c.primaryKey().references('invitations.id'))
    .addColumn('replacement_id', 'text', (c) => c.references('invitations.id'))
    .addColumn('revoked_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('code_revocations_replacement')
    .on('code_revocations')
    .column('replacement_id')
    .execute()
  await calendar(db)
}

/** What an office was called, and under whom it stood, until a day; what holds now stands in `offices`. */
async function officeHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('office_names')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_folded', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('office_names_pk', ['office_id', 'valid_to'])
    .execute()
  await db.schema
    .createTable('office_parents')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('parent_id', 'text', (c) => c.references('offices.id'))
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('office_parents_pk', ['office_id', 'valid_to'])
    .execute()
  await db.schema.createIndex('office_parents_parent').on('office_parents').column('parent_id').execute()
}

async function calendar(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_days')
    .addColumn('day', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('off', 'working')`))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('certainty', 'text', (c) =>
      c.notNull().check(sql`certainty in ('law', 'announced', 'expected')`),
    )
    .addColumn('source', 'text', (c) => c.notNull())
    .execute()
  for (const { day, kind, name, certainty, source } of days()) {
    await sql`
      insert into calendar_days (day, kind, name, certainty, source)
      values (${day}, ${kind}, ${name}, ${certainty}, ${source})
    `.execute(db)
  }
}

interface CalendarDay {
  day: string
  kind: 'off' | 'working'
  name: string
  certainty: 'law' | 'announced' | 'expected'
  source: string
}

const LAW = 'Bộ luật Lao động 2019, Điều 112'
const BESIDE_REST = 'Bộ luật Lao động 2019, Điều 111 khoản 3: nghỉ bù vào ngày làm việc kế tiếp'
const announced = (year: string) =>
  `Lịch nghỉ lễ, Tết năm ${year} theo thông báo; xin đối chiếu với văn bản gốc`
const NOT_YET = 'Dự kiến theo Bộ luật Lao động; xin sửa khi có thông báo'

/** The working week is Monday to Friday; what differs from it in 2024-2027, editable afterwards. */
function days(): CalendarDay[] {
  return [...lawful, ...tet, ...nationalDays, ...swapped, ...compensated]
}

const lawful = ['2024', '2025', '2026', '2027'].flatMap((year): CalendarDay[] =>
  [
    ['01-01', 'Tết Dương lịch'],
    ['04-30', 'Ngày Chiến thắng 30/4'],
    ['05-01', 'Ngày Quốc tế lao động 1/5'],
    ['09-02', 'Quốc khánh 2/9'],
  ].map(([date, name = '']) => ({
    day: `${year}-${date}`,
    kind: 'off',
    name,
    certainty: 'law',
    source: LAW,
  })),
)

const off = (
  name: string,
  certainty: CalendarDay['certainty'],
  source: (year: string) => string,
  list: string[],
): CalendarDay[] =>
  list.map((day) => ({ day, kind: 'off', name, certainty, source: source(day.slice(0, 4)) }))

const TET = 'Tết Nguyên đán'
const tet = [
  ...off(TET, 'announced', announced, [
    ...['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14'],
    ...['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
  ]),
  ...off(TET, 'expected', () => NOT_YET, [
    ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
  ]),
]

const nationalDays = [
  ...off('Quốc khánh 2/9 (ngày liền kề)', 'announced', announced, ['2024-09-03', '2025-09-01', '2026-09-01']),
  ...off('Quốc khánh 2/9 (ngày liền kề)', 'expected', () => NOT_YET, ['2027-09-03']),
  ...off('Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', () => LAW, [
    '2024-04-18',
    '2025-04-07',
    '2026-04-26',
    '2027-04-16',
  ]),
]

/** A working day given off, and the Saturday worked for it. */
const swapped = [
  ['2024-04-29', '2024-05-04'],
  ['2025-05-02', '2025-04-26'],
  ['2026-01-02', '2026-01-10'],
  ['2026-08-31', '2026-08-22'],
].flatMap(([free = '', worked = '']): CalendarDay[] => {
  const source = announced(free.slice(0, 4))
  return [
    { day: free, kind: 'off', name: 'Nghỉ hoán đổi', certainty: 'announced', source },
    {
      day: worked,
      kind: 'working',
      name: `Làm bù cho ngày ${free.split('-').reverse().join('/')}`,
      certainty: 'announced',
      source,
    },
  ]
})

const compensated = off('Nghỉ bù', 'law', () => BESIDE_REST, ['2026-04-27', '2027-05-03'])
