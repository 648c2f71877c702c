import { expect, test } from 'vitest'
import { readDossierFile } from '#app/dossiers/dossier-file.ts'
import { procedureFinder } from '#app/dossiers/procedure-code.ts'

const HEADER = 'code,office,procedure,channel,applicant,received,due,returned'
const GOOD =
  'H37.12-260115-0042,p-a,2.000815,counter,citizen,2026-01-15T08:30:00+07:00,2026-01-20,2026-01-19T09:05:00+07:00'

const dossier = {
  code: 'H37.12-260115-0042',
  officeId: 'p-a',
  procedureId: 'tt-3',
  channel: 'counter',
  applicant: 'citizen',
  receivedAt: '2026-01-15T01:30:00.000Z',
  dueAt: '2026-01-20T16:59:59.999Z',
  returnedAt: '2026-01-19T02:05:00.000Z',
  outcome: 'returned',
}

const city = {
  officeIds: new Set(['p-a', 'mot-cua']),
  procedureFor: procedureFinder([
    { id: 'tt-3', code: '2.000815', validFrom: '2020-01-01', validTo: '9999-12-31' },
  ]),
  today: '2026-03-16',
}

const readBytes = (bytes: Uint8Array) => readDossierFile(bytes, city)
const read = (...lines: string[]) => readBytes(Buffer.from(lines.join('\n')))

function problemsOf(...lines: string[]): string[] {
  const result = read(...lines)
  if (!('problems' in result)) return []
  return result.problems.map(({ line, kind, detail }) => `${line} ${kind}${detail ? ` ${detail}` : ''}`)
}

/** The good line with some of its cells changed. */
function lineWith(cells: Record<string, string>): string {
  const names = HEADER.split(',')
  return GOOD.split(',')
    .map((cell, at) => cells[names[at] ?? ''] ?? cell)
    .join(',')
}

test('one good line is one dossier, in our words', () => {
  expect(read(HEADER, GOOD)).toEqual({ dossiers: [dossier] })
})

test('a spreadsheet saves it with BOM, semicolons, quotes, CRLF and empty lines at its end', () => {
  const quoted = GOOD.split(',')
    .map((cell) => `"${cell}"`)
    .join(';')
  const saved = `\ufeff${HEADER.replaceAll(',', ';')}\r\n${quoted}\r\n;;;;;;;\r\n\r\n`
  expect(readBytes(Buffer.from(saved))).toEqual({ dossiers: [dossier] })
})

test('columns come in any order and case, cells with spaces around them', () => {
  const order = [7, 2, 0, 5, 1, 4, 6, 3]
  const pick = (line: string) => order.map((at) => ` ${line.split(',')[at]} `).join(',')
  expect(read(pick(HEADER).toUpperCase(), pick(GOOD))).toEqual({ dossiers: [dossier] })
})

test('codes are stored in their normal form, procedures without their local suffix', () => {
  const line = lineWith({
    code: 'h37.12–260115–0042',
    procedure: '2.000815.000.00.00.H37',
    channel: 'Counter',
  })
  expect(read(HEADER, line)).toEqual({ dossiers: [dossier] })
})

test('without an outcome a dossier is returned when it has a return, else open', () => {
  expect(read(HEADER, lineWith({ returned: '' }))).toEqual({
    dossiers: [{ ...dossier, returnedAt: '', outcome: 'open' }],
  })
  expect(read(`${HEADER},outcome`, `${GOOD},`)).toEqual({ dossiers: [dossier] })
})

test('an outcome must fit the return', () => {
  const outcomeOf = (outcome: string, returned: string) => {
    const result = read(`${HEADER},outcome`, `${lineWith({ returned })},${outcome}`)
    return 'dossiers' in result ? result.dossiers[0]?.outcome : result.problems[0]?.kind
  }
  expect(outcomeOf('returned', '2026-01-19')).toBe('returned')
  expect(outcomeOf('REFUSED', '2026-01-19')).toBe('refused')
  expect(outcomeOf('withdrawn', '2026-01-19')).toBe('withdrawn')
  expect(outcomeOf('withdrawn', '')).toBe('withdrawn')
  expect(outcomeOf('open', '')).toBe('open')
  expect(outcomeOf('open', '2026-01-19')).toBe('returned_but_open')
  expect(outcomeOf('returned', '')).toBe('returned_missing')
  expect(outcomeOf('refused', '')).toBe('returned_missing')
  expect(outcomeOf('done', '2026-01-19')).toBe('outcome')
})

test.each([
  [{ code: '42' }, 'code_shape'],
  [{ code: 'H37.12-260230-0042' }, 'code_day'],
  [{ code: 'H37.12-260317-0042' }, 'code_in_future'],
  [{ office: 'p-z' }, 'office_unknown p-z'],
  [{ procedure: '9.999999' }, 'procedure_unknown 9.999999'],
  [{ channel: 'phone' }, 'channel counter, online, post'],
  [{ channel: 'unstated' }, 'channel counter, online, post'],
  [{ applicant: '' }, 'applicant citizen, business'],
  [{ received: '15/01/2026' }, 'received_time'],
  [{ due: '' }, 'due_time'],
  [{ returned: 'soon' }, 'returned_time'],
  [{ received: '2026-01-19T09:06:00+07:00' }, 'returned_before_received'],
  [{ returned: '2026-01-14' }, 'returned_before_received'],
  [{ due: '2026-01-14' }, 'due_before_received'],
  [{ returned: '2026-03-17' }, 'returned_in_future'],
  [{ received: '2026-03-17', due: '2026-03-18', returned: '' }, 'received_in_future'],
  [{ received: '2019-12-31', returned: '2020-01-02' }, 'procedure_not_valid 2.000815'],
])('%j is refused: %s', (cells, problem) => {
  expect(problemsOf(HEADER, lineWith(cells))).toEqual([`2 ${problem}`])
})

test('a day alone is not before a time on that day', () => {
  expect(problemsOf(HEADER, lineWith({ returned: '2026-01-15', due: '2026-01-15' }))).toEqual([])
})

test('all that is wrong is named, by line and in order', () => {
  const twice = lineWith({ channel: 'phone', applicant: 'x' })
  const lines = [HEADER, lineWith({ code: 'x' }), GOOD, '', 'a,b', twice]
  expect(problemsOf(...lines)).toEqual([
    '2 code_shape',
    '5 field_count 2/8',
    '6 code_twice 3',
    '6 channel counter, online, post',
    '6 applicant citizen, business',
  ])
})

test('one code twice names both lines, however it is written', () => {
  const again = lineWith({ code: ' h37.12–260115–0042', office: 'mot-cua' })
  expect(problemsOf(HEADER, GOOD, again, GOOD)).toEqual(['3 code_twice 2', '4 code_twice 2'])
})

test("what may be a person's name or number is never repeated", () => {
  const person = {
    office: 'Nguyễn Văn A',
    procedure: '0912345678',
    channel: '020088001234',
    applicant: 'Trần B',
  }
  const problems = problemsOf(HEADER, lineWith(person), `Lê Thị C,${GOOD}`)
  expect(problems).toHaveLength(5)
  expect(problems.join('\n')).not.toMatch(/Nguyễn|0912|0200|Trần|Lê/)
})

test('an unknown column is refused by name, and no line is judged by a wrong header', () => {
  expect(problemsOf(`${HEADER},Số điện thoại,code`, `${GOOD},0912345678,x`)).toEqual([
    '1 column_unknown Số điện thoại',
    '1 column_twice code',
  ])
})

test('every missing column is named', () => {
  expect(problemsOf('code,office,procedure,channel,applicant,due', 'x')).toEqual([
    '1 column_missing received',
    '1 column_missing returned',
  ])
})

test('a file without a header does not have its first line repeated', () => {
  const problems = problemsOf('Nguyễn Văn A,0912345678', GOOD)
  expect(problems).toEqual([`1 no_header ${HEADER},outcome`])
  expect(problemsOf('')).toEqual(problems)
  expect(problemsOf('\n\n')).toEqual(problems)
})

test('a header alone is a file of no dossiers', () => {
  expect(read(HEADER)).toEqual({ dossiers: [] })
})

test('text that is not UTF-8 is refused as such', () => {
  const saved = Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.from([0xd4, 0xe9, 0x2c])])
  expect(readBytes(saved)).toEqual({ problems: [{ line: 1, kind: 'not_utf8', detail: '' }] })
})

test('quotation marks that do not fit are named once, on their line', () => {
  const bad = lineWith({ channel: 'x' })
  expect(problemsOf(HEADER, bad, `"${GOOD}`, GOOD, GOOD)).toEqual([
    '2 channel counter, online, post',
    '3 quotes',
  ])
  expect(problemsOf(HEADER, GOOD, `"H37"x${GOOD}`, GOOD)).toEqual(['3 quotes'])
  expect(problemsOf(HEADER, `H37"${GOOD}`, bad)).toEqual(['2 quotes', '3 channel counter, online, post'])
})

test.each(['\n', '\r\n', '\r'])(
  'lines are counted as an editor does, with a cell over two lines (%j)',
  (end) => {
    const lines = [HEADER, `"H37\nx"${GOOD.slice(18)}`, '', lineWith({ channel: 'x' })]
    const text = lines.join('\n').replaceAll('\n', end)
    const result = readBytes(Buffer.from(text))
    expect('problems' in result && result.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '2 code_shape',
      '5 channel',
    ])
  },
)

test('line ends may be mixed, and empty lines come first', () => {
  const bad = lineWith({ code: 'H37.12-260115-0043', channel: 'x' }).replaceAll(',', ';')
  const text = `\r\n\n${HEADER.replaceAll(',', ';')}\n${GOOD.replaceAll(',', ';')}\r\n${bad}\r\n`
  expect(readBytes(Buffer.from(text))).toEqual({
    problems: [{ line: 5, kind: 'channel', detail: 'counter, online, post' }],
  })
})
