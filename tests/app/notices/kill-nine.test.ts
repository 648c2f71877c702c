import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#db/connection.ts'
import { insertNotices } from '#db/queries/notices.ts'
import { aSmallCity, OFFICES } from '#tests/world/small-city.ts'
import { aMailSink, type MailSink } from './mail-sink.ts'

vi.setConfig({ testTimeout: 180_000 })

const MADE = '2026-03-16T02:00:00.000Z'
const root = join(import.meta.dirname, '../../..')

let sink: MailSink
beforeEach(async () => {
  sink = await aMailSink()
})
afterEach(() => sink.close())

/** A city whose file nobody has open, with `each` notices for each of `n` people, named by `viec-1-1`, ... */
async function aTellingCity(n: number, each = 1) {
  const { store, dir, address } = await aSmallCity()
  const numbers = Array.from({ length: n }, (_, i) => i + 1)
  const ids = new Map(numbers.map((i) => [i, uuidv7()]))
  await store.write(async (tx) => {
    for (const i of numbers) {
      const staff = { id: ids.get(i) ?? '', email: `nguoi-${i}@langson.example`, name: `Người ${i}` }
      const post = { role: 'case_handler' as const, office_id: OFFICES.wardA, status: 'active' as const }
      await tx
        .insertInto('staff')
        .values({ ...staff, ...post, password_hash: 'x', created_at: MADE })
        .execute()
      const rows = Array.from({ length: each }, (_, k) => ({
        ...{ id: uuidv7(), staff_id: staff.id, event: 'case.assigned', subject_kind: 'feedback_case' },
        ...{ subject_id: `viec-${i}-${k}`, occasion: '', made_at: MADE, sent_at: '', seen_at: '' },
      }))
      await insertNotices(tx, rows)
    }
  })
  await store.read.selectFrom('notices').select('id').executeTakeFirst()
  await store.close()
  return { dir, address }
}

/** The next life of a process that mails, ten minutes after the one before. */
function aProcess(address: string, life: number, eager = false): ChildProcess {
  const { PATH } = process.env
  const NOW = new Date(Date.parse(MADE) + life * 600_000).toISOString()
  const env = {
    PATH,
    NODE_ENV: 'test' as const,
    DATABASE_URL: address,
    SMTP_URL: sink.url,
    NOW,
    EAGER: eager ? '1' : '',
  }
  const script = join(import.meta.dirname, 'mail-process.ts')
  return spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env })
}

/** Before an answer of the mail server to a recipient, or to a letter that it has kept by then, `taken` letters in. */
interface Moment {
  answer: 'recipient' | 'letter'
  taken: number
}

/** Kills the process at each of these moments in turn and starts the next, until one ends by itself. */
async function mailUnderKills(address: string, moments: readonly Moment[], eager = false): Promise<number> {
  let kills = 0
  let child: ChildProcess | undefined
  sink.before = async (answer) => {
    const next = moments[kills]
    if (!next || next.answer !== answer || sink.taken.length < next.taken) return
    kills++
    child?.kill('SIGKILL')
  }
  for (let life = 1; life <= moments.length + 1; life++) {
    child = aProcess(address, life, eager)
    const [code] = await once(child, 'exit')
    if (code === 0) return kills
  }
  throw new Error('No process came to its end')
}

async function unsentIn(address: string): Promise<number> {
  const store = openStore(address)
  const rows = await store.read.selectFrom('notices').select('id').where('sent_at', '=', '').execute()
  await store.close()
  return rows.length
}

const subjectsTaken = () => sink.taken.flatMap(({ text }) => text.match(/viec-\d+-\d+/g) ?? [])

test('kill -9 during 1,000 notices: each goes at least once, twice at most the one on its way', async () => {
  const { dir, address } = await aTellingCity(250, 4)
  const moments = Array.from({ length: 10 }, (_, i) => ({
    answer: i % 2 === 0 ? ('recipient' as const) : ('letter' as const),
    taken: i * 25,
  }))
  expect(await mailUnderKills(address, moments)).toBe(10)
  const taken = subjectsTaken()
  expect(new Set(taken).size).toBe(1_000)
  const onTheirWay = moments.filter(({ answer }) => answer === 'letter').length
  expect(sink.taken).toHaveLength(250 + onTheirWay)
  expect(await unsentIn(address)).toBe(0)
  rmSync(dir, { recursive: true, force: true })
})

test('two processes at once send each of 100 exactly once', async () => {
  const { dir, address } = await aTellingCity(100)
  const both = [aProcess(address, 1), aProcess(address, 1)]
  const codes = await Promise.all(both.map((child) => once(child, 'exit')))
  expect(codes.map(([code]) => code)).toEqual([0, 0])
  expect(subjectsTaken().sort()).toEqual([...new Set(subjectsTaken())].sort())
  expect(sink.taken).toHaveLength(100)
  expect(await unsentIn(address)).toBe(0)
  rmSync(dir, { recursive: true, force: true })
})

test('the control that marks before it sends loses what was on its way', async () => {
  const { dir, address } = await aTellingCity(30)
  const moments = [5, 12].map((taken) => ({ answer: 'recipient' as const, taken }))
  expect(await mailUnderKills(address, moments, true)).toBe(2)
  expect(new Set(subjectsTaken()).size).toBe(28)
  expect(await unsentIn(address)).toBe(0)
  rmSync(dir, { recursive: true, force: true })
})
