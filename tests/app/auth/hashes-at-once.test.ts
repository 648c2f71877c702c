import { expect, test, vi } from 'vitest'

const counted = vi.hoisted(() => ({ running: 0, most: 0, done: 0 }))

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  const counting =
    <Words extends unknown[], Answer>(work: (...words: Words) => Promise<Answer>) =>
    async (...words: Words): Promise<Answer> => {
      counted.running += 1
      counted.most = Math.max(counted.most, counted.running)
      try {
        return await work(...words)
      } finally {
        counted.running -= 1
        counted.done += 1
      }
    }
  return { ...argon2, hash: counting(argon2.hash), verify: counting(argon2.verify) }
})

test('never more than two argon2 hashes at once, hashing and verifying together (S5)', async () => {
  const { hashPassword, verifyPassword } = await import('#app/auth/password.server.ts')
  const kept = await hashPassword('ba con vịt bơi')
  const asked = Array.from({ length: 6 }, (_, i) => [
    hashPassword(`mật khẩu ${i}`),
    verifyPassword(i % 2 ? kept : undefined, `đoán ${i}`),
  ])
  await Promise.all(asked.flat())
  expect(counted.done).toBe(13)
  expect(counted.most).toBe(2)
})
