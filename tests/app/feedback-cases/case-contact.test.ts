import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  forgetContacts,
  forgetEndedContacts,
  openContact,
  viewContact,
} from '#app/feedback-cases/case-contact.server.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { citizenSays } from '#app/feedback-cases/citizen-says.server.ts'
import { openStore, sqliteFile } from '#db/connection.ts'
import { contactKeysFile, openContactKeys } from '#db/contact-keys.ts'
import { findCaseContact } from '#db/queries/case-contacts.ts'
import { updateCase } from '#db/queries/feedback-cases.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { aCase, aMember, casePartsOf, rawBytes, rowOf } from './case-world.ts'

const MARKER = '0987654321'
const WITH_CONTACT = { name: 'Hoàng Văn Thụ', phone: MARKER, consent: 'yes' }

let city: SmallCity
let parts: CaseParts
let keysFile: string
beforeEach(async () => {
  city = await aSmallCity()
  keysFile = contactKeysFile(sqliteFile(city.address))
  parts = casePartsOf(city, keysFile)
})
afterEach(async () => {
  parts.contactKeys.close()
  await city.close()
})

/** The database as a copy of it was taken, opened with the keys as they are now. */
async function contactInCopy(copy: string, keys: string, caseId: string) {
  const store = openStore(`sqlite:${copy}`)
  const held = openContactKeys(keys)
  try {
    const row = await findCaseContact(store.read, caseId)
    return row ? openContact(held, row) : 'no row'
  } finally {
    held.close()
    await store.close()
  }
}

describe('contact data (P5)', () => {
  test('stands in no file as written; deleted, its sealed bytes and its key are gone from every one', async () => {
    const { row, code } = await aCase(parts, WITH_CONTACT)
    expect(rawBytes(city).includes(MARKER)).toBe(false)
    const sealed = (await findCaseContact(parts.store.read, row.id))?.sealed ?? ''
    const key = parts.contactKeys.find(row.id) ?? ''
    // The controls: what is looked for is found as long as it is there.
    expect(rawBytes(city).includes(row.text)).toBe(true)
    expect(rawBytes(city).includes(sealed.slice(0, 40))).toBe(true)
    expect(rawBytes(city).includes(key)).toBe(true)
    expect(await citizenSays(parts, code, { intent: 'xoa-lien-he' })).toBe('forgotten')
    expect(rawBytes(city).includes(sealed.slice(0, 40))).toBe(false)
    expect(rawBytes(city).includes(sealed.slice(-40))).toBe(false)
    expect(rawBytes(city).includes(key)).toBe(false)
    expect(rawBytes(city).includes(row.text)).toBe(true)
    expect((await rowOf(parts, row.id)).contact).toBe('deleted')
  })

  test('is unreadable in yesterday’s copy of the database; with yesterday’s keys it would not be', async () => {
    const { row } = await aCase(parts, WITH_CONTACT)
    await parts.store.emptyLog()
    const [copy, keys] = [join(city.dir, 'yesterday.sqlite'), join(city.dir, 'yesterday.keys')]
    copyFileSync(sqliteFile(city.address), copy)
    copyFileSync(keysFile, keys)
    await forgetContacts(parts, [row.id], 'asked')
    expect(await contactInCopy(copy, keysFile, row.id)).toBeNull()
    // The control: a copy of the keys beside the copy of the database would have kept it readable.
    expect(await contactInCopy(copy, keys, row.id)).toMatchObject({ phone: MARKER })
    expect(await contactInCopy(sqliteFile(city.address), keys, row.id)).toBe('no row')
  })

  test('a sealed record opens with no other key and under no other case', async () => {
    const { row } = await aCase(parts, WITH_CONTACT)
    const { row: other } = await aCase(parts, { ...WITH_CONTACT, story: 'Việc khác.' })
    const stored = await findCaseContact(parts.store.read, row.id)
    if (!stored) throw new Error('no contact')
    expect(openContact(parts.contactKeys, stored)).toMatchObject({ name: 'Hoàng Văn Thụ', phone: MARKER })
    expect(openContact(parts.contactKeys, { ...stored, case_id: other.id })).toBeNull()
    expect(stored).toMatchObject({ consent_version: '1', consent_lang: 'vi' })
  })

  test('is not kept without consent, nor with a comment', async () => {
    const { row } = await aCase(parts, { intent: 'gop-y', name: 'Ai đó', consent: 'yes' })
    expect(row.contact).toBe('none')
    expect(parts.contactKeys.held()).toEqual([])
  })

  test('every view in full is a line of the audit trail, without the data; an office’s head has none', async () => {
    const { row } = await aCase(parts, WITH_CONTACT)
    const office = await aMember(parts, 'city_office')
    const head = await aMember(parts, 'office_head', OFFICES.wardA)
    const handler = await aMember(parts, 'case_handler', OFFICES.oneStop)
    expect(await viewContact(parts, office, row.id)).toMatchObject({ phone: MARKER })
    for (const stranger of [head, handler]) {
      await expect(viewContact(parts, stranger, row.id)).rejects.toThrow()
    }
    await parts.store.write((tx) =>
      updateCase(tx, row.id, { status: 'assigned', handler_id: handler.staffId }),
    )
    expect(await viewContact(parts, handler, row.id)).toMatchObject({ phone: MARKER })
    const lines = await parts.store.read.selectFrom('audit_trail').selectAll().execute()
    expect(lines.map(({ actor, action, subject_id }) => [actor, action, subject_id])).toEqual([
      [office.email, 'case_contact.view', row.id],
      [handler.email, 'case_contact.view', row.id],
    ])
    expect(JSON.stringify(lines)).not.toContain(MARKER)
  })

  test('is deleted so many days after closing and not before; what a crash left is mended', async () => {
    const { row } = await aCase(parts, WITH_CONTACT)
    const closed_at = '2026-03-10T00:00:00.000Z'
    expect(await forgetEndedContacts(parts, '2027-01-01T00:00:00.000Z')).toBe(0)
    await parts.store.write((tx) => updateCase(tx, row.id, { status: 'closed', closed_at }))
    expect(await forgetEndedContacts(parts, closed_at)).toBe(0)
    expect(await forgetEndedContacts(parts, '2026-03-10T00:00:00.001Z')).toBe(1)
    expect(parts.contactKeys.held()).toEqual([])
    // The key gone before the row: the row follows. A key whose row never came: it goes after an hour.
    const { row: torn } = await aCase(parts, { ...WITH_CONTACT, story: 'Đứt giữa chừng.' })
    parts.contactKeys.forget(torn.id)
    parts.contactKeys.make('019cf3a0-0000-7000-8000-000000000000')
    city.clock.set('2027-01-01T00:00:00.000Z')
    expect(await forgetEndedContacts(parts, '2026-01-01T00:00:00.000Z')).toBe(1)
    expect((await rowOf(parts, torn.id)).contact).toBe('deleted')
    expect(parts.contactKeys.held()).toEqual([])
  })
})
