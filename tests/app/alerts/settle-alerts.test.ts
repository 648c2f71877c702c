import { expect, test } from 'vitest'
import { readRule } from '#app/alerts/alert-rule.ts'
import { monthFindings } from '#app/alerts/month-figures.ts'
import { settleAlerts } from '#app/alerts/settle-alerts.ts'
import { type RecentTap, unhappyPlaces } from '#app/alerts/unhappy-places.ts'
import type { AlertRow, AlertRuleRow } from '#db/schema.ts'

const rule = (kind: AlertRuleRow['kind'], change: Partial<AlertRuleRow> = {}): AlertRuleRow => ({
  ...{ id: kind, kind, position: 0, status: 'on', percent: 50, least: 5, minutes: 15 },
  ...change,
})
const NOW = new Date('2026-03-16T02:00:00.000Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()

const taps = (levels: number[], counterId = 'q1', minutes = 5): RecentTap[] =>
  levels.map((level) => ({ officeId: 'p', counterId, level, at: NOW.getTime() - minutes * 60_000 }))

const office = rule('unhappy_at_office')
const counter = rule('unhappy_at_counter', { least: 10 })
const found = (rules: AlertRuleRow[], given: RecentTap[]) =>
  unhappyPlaces(rules, given, NOW.getTime()).map(({ subject }) => `${subject.kind} ${subject.id}`)

test.each([
  ['half of five is not reached by two', [1, 2, 3, 4, 5], []],
  ['three of five', [1, 2, 1, 4, 5], ['office p']],
  ['four are too few, whatever they say', [1, 1, 1, 1], []],
  ['half of six', [1, 1, 2, 4, 4, 4], ['office p']],
  ['level 3 is not unhappy', [3, 3, 3, 3, 3, 3], []],
])('%s', (_name, levels, places) => {
  expect(found([office], taps(levels))).toEqual(places)
})

test('what is older than the rule’s minutes does not count', () => {
  expect(found([office], [...taps([1, 1, 1, 1]), ...taps([1], 'q1', 15)])).toEqual([])
  expect(found([office], [...taps([1, 1, 1, 1]), ...taps([1], 'q1', 14)])).toEqual(['office p'])
})

test('an office is not found again for the one counter that is; it is for two', () => {
  const ten = [1, 1, 1, 1, 1, 5, 5, 5, 5, 5]
  expect(found([office, counter], taps(ten))).toEqual(['counter q1'])
  expect(found([office, counter], [...taps(ten), ...taps([1], 'q2')])).toEqual(['counter q1', 'office p'])
  expect(found([office, counter], taps(ten.slice(1, 10)))).toEqual([])
  expect(found([office, { ...counter, status: 'off' }], taps(ten))).toEqual(['office p'])
})

test('a month: signals, and offices below the floor with enough dossiers', () => {
  const rules = [rule('control_signal'), rule('few_answers', { percent: 5, least: 30 })]
  const answers = [
    { officeId: 'a', rated: 1, returned: 30 },
    { officeId: 'b', rated: 5, returned: 100 },
    { officeId: 'c', rated: 0, returned: 29 },
  ]
  const all = monthFindings(rules, { month: '2026-02', signals: ['s'], answers })
  expect(all.map(({ ruleId, subject, occasion }) => [ruleId, subject.id, occasion])).toEqual([
    ['control_signal', 's', '2026-02'],
    ['few_answers', 'a', '2026-02'],
  ])
})

const row = (change: Partial<AlertRow>): AlertRow => ({
  ...{ id: 'x', rule_id: office.id, subject_kind: 'office', subject_id: 'p', occasion: '', status: 'open' },
  ...{ opened_at: ago(60), held_at: ago(1), acknowledged_at: '', acknowledged_by: null },
  ...{ closed_at: '', closed_by: null, note: '', ...change },
})
const finding = (occasion = '', ruleId: string = office.id) => ({
  ...{ ruleId, occasion },
  subject: { kind: 'office' as const, id: 'p' },
})
const month = rule('few_answers', { minutes: 0 })
const ofMonth = (change: Partial<AlertRow>) => row({ rule_id: month.id, occasion: '2026-02', ...change })

test.each([
  ['nothing known', [finding()], [], { opened: 1 }],
  ['one is open', [finding()], [row({})], {}],
  ['one is open and was last written long ago', [finding()], [row({ held_at: ago(5) })], { held: 1 }],
  ['it was closed by hand and goes on', [finding()], [row({ status: 'closed' })], {}],
  [
    'it was closed long enough ago',
    [finding()],
    [row({ status: 'closed', held_at: ago(15) })],
    { opened: 1 },
  ],
  ['gone for a moment', [], [row({ held_at: ago(14) })], {}],
  ['gone', [], [row({ held_at: ago(15) })], { ended: 1 }],
  ['gone while somebody looks', [], [row({ status: 'acknowledged', held_at: ago(15) })], { ended: 1 }],
  ['closed is closed', [], [row({ status: 'closed', held_at: ago(60) })], {}],
  ['another rule’s is left alone', [], [row({ rule_id: 'elsewhere', held_at: ago(60) })], {}],
  ['the same month, closed by hand', [finding('2026-02', month.id)], [ofMonth({ status: 'closed' })], {}],
  ['the next month', [finding('2026-03', month.id)], [ofMonth({})], { opened: 1, ended: 1 }],
  ['the month is better now', [], [ofMonth({})], { ended: 1 }],
])('%s', (_name, findings, known, expected) => {
  const { opened, held, ended } = settleAlerts([office, month], findings, known, NOW)
  const counts = { opened: opened.length, held: held.length, ended: ended.length }
  expect(counts).toEqual({ opened: 0, held: 0, ended: 0, ...expected })
})

test('a rule’s form: numbers within its bounds, those it does not have left alone', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields)
  const good = { percent: '60', least: '6', minutes: '20', status: 'on' }
  expect(readRule(office, form(good))).toEqual({
    value: { percent: 60, least: 6, minutes: 20, status: 'on' },
  })
  expect(readRule(office, form({ ...good, percent: '81', least: '4', minutes: 'x' }))).toEqual({
    problems: {
      percent: { least: 30, most: 80 },
      least: { least: 5, most: 100 },
      minutes: { least: 10, most: 120 },
    },
  })
  expect(readRule(rule('kiosk_silent', { percent: 0 }), form({ percent: '99' }))).toEqual({
    value: { percent: 0, least: 5, minutes: 15, status: 'off' },
  })
})
