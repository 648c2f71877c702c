import { expect, test } from 'vitest'
import {
  FAILED_MS,
  IDLE_MS,
  INTERVAL_MS,
  newVisit,
  patienceOf,
  SETTLING_MS,
  type Step,
  stepped,
  THANKS_MS,
  takesTap,
  WARNING_MS,
} from '#app/kiosk/visit.ts'

const START = 1_000_000
const tap: Step = { kind: 'tap', level: 2 }
const stored: Step = { kind: 'stored', rating: 'r-1' }
const found = () => newVisit(START - 10_000)
const thanked = () => stepped(stepped(found(), tap, START), stored, START + 5)

test('a screen as everybody finds it waits for ever', () => {
  expect(patienceOf(found(), START + 86_400_000)).toEqual({ kind: 'none' })
})

test('one tap is stored, then thanked for; untouched thanks are over after 15 s', () => {
  const storing = stepped(found(), tap, START)
  expect(storing).toMatchObject({ view: 'storing', level: 2 })
  expect(patienceOf(storing, START + 86_400_000)).toEqual({ kind: 'none' })
  const thanks = stepped(storing, stored, START + 5)
  expect(thanks).toMatchObject({ view: 'thanks', rating: 'r-1', level: 2 })
  expect(patienceOf(thanks, START + 5 + 5_000)).toEqual({ kind: 'running', leftMs: THANKS_MS - 5_000 })
  expect(patienceOf(thanks, START + 5 + THANKS_MS)).toEqual({ kind: 'over' })
})

test('whoever ticks reasons has 60 s from the last touch, then 20 s of warning', () => {
  const ticked = stepped(thanked(), { kind: 'reason', id: 'time' }, START + 10_000)
  expect(patienceOf(ticked, START + 10_000 + IDLE_MS - 1)).toEqual({ kind: 'none' })
  expect(patienceOf(ticked, START + 10_000 + IDLE_MS)).toEqual({ kind: 'warning', leftMs: WARNING_MS })
  expect(patienceOf(ticked, START + 10_000 + IDLE_MS + WARNING_MS)).toEqual({ kind: 'over' })
  const stays = stepped(ticked, { kind: 'touch' }, START + 10_000 + IDLE_MS + 5_000)
  expect(patienceOf(stays, START + 10_000 + IDLE_MS + 6_000)).toEqual({ kind: 'none' })
  expect(stays.reasons).toEqual(['time'])
})

test('another language alone ends after 60 s and 20 s too', () => {
  const english = stepped(found(), { kind: 'lang', lang: 'en' }, START)
  expect(patienceOf(english, START + IDLE_MS)).toEqual({ kind: 'warning', leftMs: WARNING_MS })
  expect(stepped(english, { kind: 'leave' }, START + 80_000).lang).toBe('vi')
})

test('a second tap on a reason takes it back', () => {
  const tick = (id: string): Step => ({ kind: 'reason', id })
  let visit = thanked()
  for (const id of ['time', 'fees', 'time']) visit = stepped(visit, tick(id), START + 100)
  expect(visit.reasons).toEqual(['fees'])
})

test('nothing of a visit is in the next', () => {
  const ticked = stepped(
    stepped(thanked(), { kind: 'reason', id: 'time' }, START + 100),
    { kind: 'lang', lang: 'zh' },
    START + 200,
  )
  const next = stepped(ticked, { kind: 'leave' }, START + 300)
  expect(next).toEqual(newVisit(START + 300, ticked.rated))
})

test('drumming gives one rating: 3 s between two, and none just after the screen changed by itself', () => {
  const next = stepped(thanked(), { kind: 'leave' }, START + 500)
  expect(takesTap(next, START + 5 + INTERVAL_MS - 1)).toBe(false)
  expect(stepped(next, tap, START + 5 + INTERVAL_MS - 1)).toBe(next)
  expect(takesTap(next, START + 5 + INTERVAL_MS)).toBe(true)
  const late = stepped(thanked(), { kind: 'leave' }, START + 20_000)
  expect(takesTap(late, START + 20_000 + SETTLING_MS - 1)).toBe(false)
  expect(takesTap(late, START + 20_000 + SETTLING_MS)).toBe(true)
  expect(takesTap(thanked(), START + 60_000)).toBe(false)
})

test('what could not be stored is said so, and the screen goes back', () => {
  const failed = stepped(stepped(found(), tap, START), { kind: 'failed', kept: true }, START + 5)
  expect(failed).toMatchObject({ view: 'failed', kept: true, rating: '' })
  expect(patienceOf(failed, START + 5 + FAILED_MS)).toEqual({ kind: 'over' })
})

test('a step out of place changes nothing', () => {
  const visit = found()
  expect(stepped(visit, stored, START)).toBe(visit)
  expect(stepped(visit, { kind: 'failed', kept: false }, START)).toBe(visit)
  expect(stepped(visit, { kind: 'reason', id: 'time' }, START)).toBe(visit)
})
