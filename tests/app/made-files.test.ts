import { existsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bytesOf, type MadeFile, MadeFiles, OneByOne } from '#app/made-files.server.ts'

interface Letter extends MadeFile {
  words: string
}

let now = 0
const error = vi.fn()
const clock = { now: () => new Date(now) }
let files: MadeFiles<Letter>
beforeEach(() => {
  now = Date.parse('2026-03-02T02:00:00.000Z')
  error.mockClear()
  files = new MadeFiles({
    clock,
    log: { error },
    folder: 'hai-long-letter-',
    keptMs: 1_000,
    failure: 'no letter',
  })
})
afterEach(() => files.close())

const written = async (job: Letter) => writeFileSync(job.file, job.words)
const settled = () => new Promise((done) => setImmediate(done))

describe('files made for one member of staff', () => {
  test('running at first, then done with its bytes; nobody else finds it', async () => {
    const job = files.start('lan', 'txt', { words: 'Kính gửi' }, written)
    expect([job.status, bytesOf(job)]).toEqual(['running', 0])
    await settled()
    expect([job.status, bytesOf(job)]).toEqual(['done', 11])
    expect(job.file).toMatch(/hai-long-letter-\w+\/[0-9a-f-]{36}\.txt$/)
    expect(files.find('lan', job.id)).toBe(job)
    expect(files.find('hoa', job.id)).toBeNull()
    expect(existsSync(job.file)).toBe(true)
  })

  test('after its time it is gone, its file too', async () => {
    const job = files.start('lan', 'txt', { words: 'a' }, written)
    await settled()
    now += 999
    expect(files.find('lan', job.id)).toBe(job)
    now += 1
    expect(files.find('lan', job.id)).toBeNull()
    expect(existsSync(job.file)).toBe(false)
    expect(files.all).toEqual([])
  })

  test('one that fails says so, leaves no half of a file and is logged once', async () => {
    const job = files.start('lan', 'txt', { words: 'a' }, async (each) => {
      await written(each)
      throw new Error('no ink')
    })
    await settled()
    expect(files.find('lan', job.id)?.status).toBe('failed')
    expect(existsSync(job.file)).toBe(false)
    expect(error.mock.calls).toEqual([[{ err: new Error('no ink') }, 'no letter']])
  })

  test('closing stops what is being made, quietly, and removes the folder', async () => {
    const job = files.start('lan', 'txt', { words: 'a' }, async (each) => {
      await written(each)
      await new Promise((_, reject) =>
        files.stopped.addEventListener('abort', () => reject(new Error('stopped'))),
      )
    })
    expect(existsSync(job.file)).toBe(true)
    files.close()
    await settled()
    expect(existsSync(dirname(job.file))).toBe(false)
    expect(error).not.toHaveBeenCalled()
  })
})

describe('work one by one', () => {
  test('in the order asked for, whatever became of the one before; none begins before its turn', async () => {
    const queue = new OneByOne()
    const said: string[] = []
    const work = (name: string, fails = false) =>
      queue.run(async () => {
        said.push(`${name} begins`)
        await settled()
        said.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      })
    const all = Promise.allSettled([work('a', true), work('b'), work('c')])
    expect(queue.waiting).toBe(3)
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(said).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]))
    expect(queue.waiting).toBe(0)
  })
})
