import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addStaff } from '#app/auth/add-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { type CaseForm, caseForm } from '#app/feedback-cases/case-form.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { openCase } from '#app/feedback-cases/open-case.server.ts'
import { openedMark } from '#app/feedback-cases/opened-mark.ts'
import { openContactKeys } from '#db/contact-keys.ts'
import type { FeedbackCaseRow, Role } from '#db/schema.ts'
import { OFFICES, SECRET, type SmallCity } from '#tests/world/small-city.ts'

/** What deeds of cases are handed over the small city; keys in memory unless a file is named. */
export function casePartsOf(city: SmallCity, keys = ':memory:'): CaseParts {
  const { store, clock } = city
  return { store, clock, secret: SECRET, contactKeys: openContactKeys(keys) }
}

/** A form as a person fills it in: opened half a minute ago. */
export function aForm(parts: CaseParts, said: Record<string, string> = {}): CaseForm {
  return caseForm.parse({
    intent: 'phan-anh',
    submission: randomUUID(),
    opened: openedMark(SECRET, new Date(parts.clock.now().getTime() - 30_000)),
    story: 'Hẹn trả ngày 10 mà đến nay chưa có kết quả, không ai báo trước.',
    ...said,
  })
}

/** A case about ward A, told now; answers its row and its code. */
export async function aCase(
  parts: CaseParts,
  said: Record<string, string> = {},
  officeId: string = OFFICES.wardA,
): Promise<{ row: FeedbackCaseRow; code: string }> {
  const form = aForm(parts, said)
  const { code } = await openCase(parts, { form, officeId, origin: 'open', lang: 'vi' })
  const rows = await parts.store.read.selectFrom('feedback_cases').selectAll().orderBy('id', 'desc').execute()
  const row = rows.find(({ text }) => text === form.story)
  if (!row) throw new Error('The case was not opened')
  return { row, code }
}

export const rowOf = (parts: CaseParts, id: string): Promise<FeedbackCaseRow> =>
  parts.store.read.selectFrom('feedback_cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Somebody of that role; whoever has an office handles or heads for it. */
export async function aMember(
  { store, clock }: CaseParts,
  role: Role,
  officeId: string | null = null,
  name = `${role}-${officeId ?? 'tp'}`,
): Promise<Viewer> {
  const email = `${name}@langson.example`
  const staffId = await store.write((tx) =>
    addStaff(tx, clock, { email, name, role, officeId, passwordHash: 'x' }),
  )
  return { staffId, name, email, role, officeId, mayChange: true }
}

/** Everything the city's files hold, database and write-ahead log. */
export function rawBytes(city: SmallCity): Buffer {
  const of = (name: string) => {
    try {
      return readFileSync(join(city.dir, name))
    } catch {
      return Buffer.alloc(0)
    }
  }
  return Buffer.concat([
    of('city.sqlite'),
    of('city.sqlite-wal'),
    of('city.sqlite.keys'),
    of('city.sqlite.keys-journal'),
  ])
}
