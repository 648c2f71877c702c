import { parseOptions } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS, COMMON_STEMS } from '#app/auth/common-passwords.ts'
import { HASH_OF_NOBODY, hashPassword, verifyPassword } from '#app/auth/password.server.ts'
import { passwordFault } from '#app/auth/password.ts'

describe('a new password', () => {
  test.each([
    ['mưa rào', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['Matkhau123', 'too_common'],
    ['Mật khẩu 2026', 'too_common'],
    ['LangSon@2025', 'too_common'],
    ['ubndtplangson1', 'too_common'],
    ['P@ssw0rd', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['1212121212', 'too_common'],
    ['12345678', 'too_common'],
  ] as const)('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault)
  })

  test.each(['ba con vịt bơi', 'gạo nếp Bắc Sơn 7 kg', 'tq8#Lm2z', '🦆🌧️🏔️🚂🎋🥁🪷🐃'])(
    '%s is taken',
    (password) => {
      expect(passwordFault(password)).toBeNull()
    },
  )

  test('its length is counted in characters as they are seen, at both ends', () => {
    expect(passwordFault('ỵkđẩxrử')).toBe('too_short')
    expect(passwordFault('ỵkđẩxrửt'.normalize('NFD'))).toBeNull()
    expect(passwordFault('đỗ mười ba'.repeat(20))).toBeNull()
  })

  test('it is not the account itself', () => {
    expect(passwordFault('lan.nguyen@example.vn', 'Lan.Nguyen@example.vn')).toBe('too_common')
    expect(passwordFault('lan.nguyen2026', 'lan.nguyen@example.vn')).toBe('too_common')
    expect(passwordFault('lan.nguyen2026', 'hoa@example.vn')).toBeNull()
  })

  test('every listed password is long enough to matter and refused', () => {
    expect(COMMON_PASSWORDS.size + COMMON_STEMS.size).toBeGreaterThan(200)
    const accepted = [...COMMON_PASSWORDS].filter(
      (password) => [...password].length >= 8 && passwordFault(password) === null,
    )
    expect(accepted).toEqual([])
    for (const stem of COMMON_STEMS) expect(passwordFault(`${stem}123456`), stem).toBe('too_common')
  })
})

describe('a kept password', () => {
  test('is argon2id with the promised cost and a salt of its own', async () => {
    const [first, second] = await Promise.all([
      hashPassword('ba con vịt bơi'),
      hashPassword('ba con vịt bơi'),
    ])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    expect(first).not.toBe(second)
    expect(await verifyPassword(first, 'ba con vịt bơi')).toBe(true)
    expect(await verifyPassword(first, 'ba con vịt bơi ')).toBe(false)
  })

  test('is recognised however the accents were typed', async () => {
    const kept = await hashPassword('Mưa nguồn suối lũ'.normalize('NFC'))
    expect(await verifyPassword(kept, 'Mưa nguồn suối lũ'.normalize('NFD'))).toBe(true)
  })

  test('an account that does not exist is never right, and costs the same work to ask', async () => {
    const kept = parseOptions(await hashPassword('ba con vịt bơi'))
    expect(parseOptions(HASH_OF_NOBODY)).toEqual(kept)
    expect(await verifyPassword(undefined, 'ba con vịt bơi')).toBe(false)
    expect(await verifyPassword(undefined, '')).toBe(false)
  })
})
