import { expect, test } from 'vitest'
import { readConfig, WrongSetting } from '#app/config.server.ts'

const read = (env: Record<string, string>) =>
  readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATABASE_URL: 'sqlite::memory:', ...env })

const MAIL = {
  SMTP_URL: 'smtps://user:pa%40ss@mail.example.vn:465',
  MAIL_FROM: 'Hài Lòng <no-reply@example.vn>',
}
const OIDC = {
  OIDC_ISSUER: 'https://id.example.vn/realms/city',
  OIDC_CLIENT_ID: 'hai-long',
  OIDC_CLIENT_SECRET: 's',
}

test('without them there is no mail and no other sign-in', () => {
  expect(read({})).toMatchObject({ mail: null, signInProvider: null })
  expect(read({ SMTP_URL: '', MAIL_FROM: '', OIDC_ISSUER: '' })).toMatchObject({
    mail: null,
    signInProvider: null,
  })
})

test('set together they are taken as they are', () => {
  expect(read({ ...MAIL, ...OIDC })).toMatchObject({
    mail: { url: MAIL.SMTP_URL, from: MAIL.MAIL_FROM },
    signInProvider: { issuer: OIDC.OIDC_ISSUER, clientId: 'hai-long', clientSecret: 's' },
  })
  expect(read({ ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9000' }).signInProvider?.issuer).toBe(
    'http://127.0.0.1:9000',
  )
})

test.each([
  ['SMTP_URL', { ...MAIL, SMTP_URL: 'mail.example.vn' }],
  ['SMTP_URL', { ...MAIL, SMTP_URL: 'https://mail.example.vn' }],
  ['SMTP_URL', { MAIL_FROM: MAIL.MAIL_FROM }],
  ['MAIL_FROM', { SMTP_URL: MAIL.SMTP_URL }],
  ['MAIL_FROM', { ...MAIL, MAIL_FROM: 'no-reply' }],
  ['MAIL_FROM', { ...MAIL, MAIL_FROM: 'a@example.vn, b@example.vn' }],
  ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'id.example.vn' }],
  ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'http://id.example.vn' }],
  ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'hai-long' }],
  ['OIDC_CLIENT_ID', { OIDC_ISSUER: OIDC.OIDC_ISSUER, OIDC_CLIENT_SECRET: 's' }],
  ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: OIDC.OIDC_ISSUER, OIDC_CLIENT_ID: 'hai-long' }],
])('a wrong %s stops the start with one line that names it and holds no secret: %j', (name, env) => {
  try {
    read(env)
    expect.unreachable()
  } catch (cause) {
    expect(cause).toBeInstanceOf(WrongSetting)
    const { message } = cause as Error
    expect(message).toMatch(new RegExp(`^${name}: must be [^\\n]+$`))
    expect(message).not.toContain('pa%40ss')
  }
})
