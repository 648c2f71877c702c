import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import { addProcedure, endProcedure, takeInProcedures } from '#app/offices/change-procedures.server.ts'
import type { ProcedureSpan } from '#app/offices/procedure.ts'
import { readProcedureFile } from '#app/offices/procedure-file.ts'
import { procedureList, proceduresCsv } from '#app/offices/procedure-list.server.ts'
import { listFields, listProcedures } from '#db/queries/procedures.ts'
import { aSmallCity, PROCEDURE_CODES, PROCEDURES, type SmallCity } from '#tests/world/small-city.ts'
import { trailOf, viewerOf } from './office-world.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = 'code,name,field,valid_from,valid_to'

describe('in a city', () => {
  let city: SmallCity
  let admin: Viewer
  beforeEach(async () => {
    city = await aSmallCity()
    admin = await viewerOf(city, 'administrator')
  })
  afterEach(() => city.close())

  const adding = (change: object = {}) =>
    addProcedure(city, admin, {
      ...{ code: '1.000656', name: 'Đăng ký khai tử', field: 'Hộ tịch', valid_from: '', valid_to: '' },
      ...change,
    })

  test('a procedure is added to a field that is there, or to a new one', async () => {
    expect(await adding()).toMatchObject({ done: 'procedureAdded' })
    expect(await adding({ code: '1.012783', name: 'Cấp đổi', field: 'Đất đai' })).toMatchObject({
      done: 'procedureAdded',
    })
    expect((await listFields(city.store.read)).map(({ name }) => name)).toEqual([
      'Chứng thực',
      'Đất đai',
      'Hộ tịch',
    ])
    const found = await procedureList(city.store.read, 'DAT DAI')
    expect(found.procedures.map(({ code }) => code)).toEqual(['1.012783'])
  })

  test('a code means one procedure on any day', async () => {
    expect(await adding({ code: PROCEDURE_CODES.birth })).toEqual({ problems: { code: 'procedure_known' } })
    const ended = await endProcedure(city, admin, { procedure: PROCEDURES.birth, day: '2026-01-01' })
    expect(ended).toEqual({ done: 'procedureEnded' })
    const later = { code: PROCEDURE_CODES.birth, name: 'Đăng ký khai sinh (mới)', valid_from: '2026-01-01' }
    expect(await adding(later)).toMatchObject({ done: 'procedureAdded' })
    const again = await endProcedure(city, admin, { procedure: PROCEDURES.birth, day: '2026-01-02' })
    expect(again).toEqual({ problems: { day: 'procedure_known' } })
    expect(await adding({ valid_from: '2026-02-01', valid_to: '2026-01-01' })).toEqual({
      problems: { valid_to: 'until_before_from' },
    })
  })

  test('what is not there cannot end, nor before it began', async () => {
    const wanted = { procedure: 'nobody', day: '2026-01-01' }
    await expect(endProcedure(city, admin, wanted)).rejects.toThrow(NotFound)
    expect(await endProcedure(city, admin, { procedure: PROCEDURES.birth, day: FIRST_DAY })).toEqual({
      problems: { day: 'day_outside' },
    })
  })

  test('a file is taken in whole, and again without adding anything', async () => {
    const file = bytes(
      `${HEAD}\n1.000656,Đăng ký khai tử,Hộ tịch,,\n1.012783,"Cấp đổi, cấp lại",Đất đai,01/07/2025,\n`,
    )
    expect(await takeInProcedures(city, admin, file)).toEqual({ added: 2 })
    expect(await takeInProcedures(city, admin, file)).toEqual({ added: 0 })
    const rows = await listProcedures(city.store.read)
    expect(rows.find(({ code }) => code === '1.012783')).toMatchObject({
      ...{ name: 'Cấp đổi, cấp lại', field_name: 'Đất đai' },
      ...{ valid_from: '2025-07-01', valid_to: LAST_DAY },
    })
    expect((await trailOf(city)).map(({ action, after }) => [action, after])).toMatchObject([
      ['procedure.import', { added: 2 }],
      ['procedure.import', { added: 0 }],
    ])
  })

  test('one bad line keeps the whole file out, and each is named', async () => {
    const before = await listProcedures(city.store.read)
    const file = bytes(`${HEAD}\n1.000656,Đăng ký khai tử,Hộ tịch,,\nkhông,,Hộ tịch,ngày,\n`)
    expect(await takeInProcedures(city, admin, file)).toEqual({
      lines: [
        { line: 3, problem: 'not_a_procedure_code', detail: 'code' },
        { line: 3, problem: 'required', detail: 'name' },
        { line: 3, problem: 'not_a_day', detail: 'valid_from' },
      ],
    })
    expect(await listProcedures(city.store.read)).toEqual(before)
    expect(await trailOf(city)).toEqual([])
  })

  test('the file that is given out is taken in again without a change', async () => {
    const csv = await proceduresCsv(city.store.read)
    expect(csv).toContain('1.001193;Đăng ký khai sinh;Hộ tịch;;')
    expect(await takeInProcedures(city, admin, bytes(csv))).toEqual({ added: 0 })
  })

  test('only an administrator changes the list', async () => {
    const viewer: Viewer = { ...admin, role: 'city_office' }
    await expect((async () => takeInProcedures(city, viewer, bytes(HEAD)))()).rejects.toThrow(Forbidden)
  })
})

describe('a file of procedures', () => {
  const known: ProcedureSpan[] = [
    { code: '1.001193', name: 'Khai sinh', field: 'Hộ tịch', from: FIRST_DAY, to: '2025-06-30' },
  ]
  const read = (text: string) => readProcedureFile(bytes(text), known)
  const problemsOf = (text: string) => {
    const answer = read(text)
    return 'problems' in answer
      ? answer.problems.map(({ line, problem, detail }) => [line, problem, detail])
      : []
  }

  test.each<[string, string, unknown[]]>([
    ['no lines', HEAD, [1, 'empty_file', '']],
    ['nothing', '', [1, 'columns', HEAD]],
    ['another head', 'ma,ten\n1,2', [1, 'columns', HEAD]],
    ['a column twice', 'code,name,field,valid_from,valid_from\n1,2,3,4,5', [1, 'columns', HEAD]],
    ['quotes that do not fit', `${HEAD}\n"1.000656,x,y,,`, [1, 'quotes', '']],
    ['a cell too few', `${HEAD}\n1.000656,x,y,`, [2, 'cells', '4/5']],
    ['a code in a wrong form', `${HEAD}\n1.00065,x,y,,`, [2, 'not_a_procedure_code', 'code']],
    ['no such day', `${HEAD}\n1.000656,x,y,31/02/2025,`, [2, 'not_a_day', 'valid_from']],
    [
      'an end before the beginning',
      `${HEAD}\n1.000656,x,y,2025-02-02,2025-02-01`,
      [2, 'until_before_from', 'valid_to'],
    ],
    [
      'a code twice at a time',
      `${HEAD}\n1.000656,x,y,,2025-01-31\n1.000656,x,y,2025-01-31,`,
      [3, 'overlap', '2'],
    ],
    ['against what is stored', `${HEAD}\n1.001193,Khác,Hộ tịch,2025-06-30,`, [2, 'overlap', '']],
  ])('%s', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test('other than UTF-8 is refused', () => {
    const answer = readProcedureFile(new Uint8Array([0xff, 0xfe, 0x31]), [])
    expect(answer).toEqual({ problems: [{ line: 1, problem: 'not_utf8', detail: '' }] })
  })

  test('columns in any order, semicolons, CRLF, a BOM, empty lines and suffixed codes are fine', () => {
    const text =
      '\ufeffname;code;valid_to;field;valid_from\r\n\r\nKhai tử;2.000815.000.00.00.h37;;Hộ tịch;1/7/2025\r\n'
    expect(read(text)).toEqual({
      spans: [
        {
          code: '2.000815.000.00.00.H37',
          name: 'Khai tử',
          field: 'Hộ tịch',
          from: '2025-07-01',
          to: LAST_DAY,
        },
      ],
    })
  })

  test('the next validity of a known code is new, the known one is not', () => {
    const text = `${HEAD}\n1.001193,Khai sinh,Hộ tịch,,30/06/2025\n1.001193,Khai sinh,Hộ tịch,01/07/2025,\n`
    expect(read(text)).toMatchObject({ spans: [{ from: '2025-07-01' }] })
  })
})
