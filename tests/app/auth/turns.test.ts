import { expect, test } from 'vitest'
import { Turns } from '#app/auth/turns.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('never more than the limit at once, in the order they came, none forgotten', async () => {
  const turns = new Turns(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) =>
    turns.take(async () => {
      begun.push(n)
      running += 1
      most = Math.max(most, running)
      await tick()
      running -= 1
      return n
    })
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(work))).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBe(2)
})

test('work that fails gives its turn on', async () => {
  const turns = new Turns(1)
  const failed = turns.take(() => Promise.reject(new Error('no memory')))
  const after = turns.take(() => Promise.resolve('done'))
  await expect(failed).rejects.toThrow('no memory')
  expect(await after).toBe('done')
  expect(await turns.take(() => Promise.resolve('again'))).toBe('again')
})
