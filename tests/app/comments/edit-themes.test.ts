import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeTheme, saveTheme } from '#app/comments/edit-themes.server.ts'
import { readComments } from '#app/comments/read-comments.server.ts'
import { newThemeId, readThemeForm, themeTyped } from '#app/comments/theme-form.ts'
import { themesInUse } from '#app/comments/themes-in-use.server.ts'
import { NotFound } from '#app/errors.ts'
import { recount } from '#app/reports/recount.server.ts'
import type { Role } from '#db/schema.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { write } from './commented-city.ts'
import { aStaffMember } from './staff-of-comments.ts'

const typed = (id: string, keywords: string, vi = 'Chỗ gửi xe') => ({
  id,
  names: { vi, en: 'Parking', zh: '停车' },
  keywords,
})

describe.each(CITIES)('the dictionary of themes on $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const counts = async (theme: string) =>
    city.store.read.selectFrom('monthly_theme_counts').select('n').where('theme', '=', theme).execute()

  test('a new theme is found in what was written before, a dropped one is gone with its counts', async () => {
    const viewer = await aStaffMember(city, 'city_office')
    await write(city, [{ office: OFFICES.wardA, comment: 'Chỗ gửi xe chật' }])
    expect(await saveTheme(city, viewer, typed('', 'Gửi xe, bãi xe\nGỬI XE'))).toBe('saved')
    expect((await themesInUse(city.store.read)).isReading).toBe(true)
    expect(await readComments(city.store)).toBe(1)
    const { themes, isReading } = await themesInUse(city.store.read)
    expect(isReading).toBe(false)
    expect(themes.at(-1)).toMatchObject({ id: 'cho-gui-xe', keywords: ['gui xe', 'bai xe'] })
    expect(await counts('cho-gui-xe')).toEqual([{ n: 1 }])
    expect((await recount(city.store.read)).differences).toEqual([])

    await saveTheme(city, viewer, typed('cho-gui-xe', 'khong co'))
    await readComments(city.store)
    expect(await counts('cho-gui-xe')).toEqual([{ n: 0 }])

    await removeTheme(city, viewer, 'cho-gui-xe')
    await readComments(city.store)
    expect(await counts('cho-gui-xe')).toEqual([])
    expect((await recount(city.store.read)).differences).toEqual([])
    const trail = await city.store.read.selectFrom('audit_trail').select(['action', 'subject_id']).execute()
    expect(trail.filter(({ action }) => action.startsWith('comment_theme'))).toEqual([
      { action: 'comment_theme.save', subject_id: 'cho-gui-xe' },
      { action: 'comment_theme.save', subject_id: 'cho-gui-xe' },
      { action: 'comment_theme.remove', subject_id: 'cho-gui-xe' },
    ])
  })

  test('a theme dropped while comments are still to be read leaves no count behind', async () => {
    const viewer = await aStaffMember(city, 'city_office')
    await write(city, [{ office: OFFICES.wardA, comment: 'Chờ lâu, ghế gãy' }])
    await removeTheme(city, viewer, 'waiting')
    expect(await readComments(city.store)).toBe(1)
    expect(await counts('place')).toEqual([{ n: 1 }])
    expect((await recount(city.store.read)).differences).toEqual([])
  })

  test('only Văn phòng edits; what is wrong is said, what is none is not found', async () => {
    for (const role of ['home_affairs', 'auditor', 'administrator'] satisfies Role[]) {
      const viewer = await aStaffMember(city, role)
      expect(() => saveTheme(city, viewer, typed('', 'x'))).toThrow(NotFound)
      expect(() => removeTheme(city, viewer, 'waiting')).toThrow(NotFound)
    }
    const viewer = await aStaffMember(city, 'city_office')
    expect(await saveTheme(city, viewer, typed('', 'x', ''))).toBe('names')
    expect(await saveTheme(city, viewer, typed('waiting', ' , ;'))).toBe('keywords')
    await expect(saveTheme(city, viewer, typed('none', 'x'))).rejects.toBeInstanceOf(NotFound)
    await expect(removeTheme(city, viewer, 'none')).rejects.toBeInstanceOf(NotFound)
    for (let n = 10; n < 20; n++) expect(await saveTheme(city, viewer, typed('', `x${n}`))).toBe('saved')
    expect(await saveTheme(city, viewer, typed('', 'x'))).toBe('many')
  })
})

describe('a theme as typed', () => {
  test('keywords are kept as comments are searched, each once', () => {
    expect(themeTyped(typed('', 'Thái độ; cộc lốc，等候\nTHAI DO'))).toMatchObject({
      keywords: ['thai do', 'coc loc', '等 候'],
    })
    expect(themeTyped(typed('', 'x'.repeat(41)))).toBe('keywords')
    expect(themeTyped(typed('', Array.from({ length: 81 }, (_, at) => `k${at}`).join(',')))).toBe('keywords')
    expect(themeTyped(typed('', 'x', 'x'.repeat(61)))).toBe('names')
  })

  test('a new theme is called unlike those there are', () => {
    expect(newThemeId('Chỗ gửi xe', [])).toBe('cho-gui-xe')
    expect(newThemeId('Chỗ gửi xe', ['cho-gui-xe', 'cho-gui-xe-2'])).toBe('cho-gui-xe-3')
    expect(newThemeId('停车', [])).toBe('theme')
  })

  test('a form that lacks its fields is empty, not a fault', () => {
    expect(readThemeForm(new URLSearchParams())).toEqual({
      id: '',
      names: { vi: '', en: '', zh: '' },
      keywords: '',
    })
  })
})
