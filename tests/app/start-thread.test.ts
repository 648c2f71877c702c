import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { THREADS, threadFile } from '#app/start-thread.server.ts'

const root = join(import.meta.dirname, '../..')

describe('what a thread is started from', () => {
  test('a source starts a source', () => {
    for (const thread of THREADS) expect(threadFile(thread)).toBe(join(root, thread))
  })
})
