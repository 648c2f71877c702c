import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { sqliteFile } from '#db/connection.ts'
import { type Clock, clockFrom, systemClock } from './calendar/clock.ts'
import type { Secret } from './invitations/secret.ts'

/** What the environment decides, read once at start. */
export interface Config {
  port: number
  host: string
  /** What is printed in QR codes, without a slash at its end. */
  origin: string
  production: boolean
  databaseUrl: string
  secret: Secret
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustProxy: number
  logLevel: string
  clock: Clock
  /** Where mail goes out, and from whom; null: no mail is sent, and paper does. */
  mail: { url: string; from: string } | null
  /** The city's own sign-in (OpenID Connect), or null. */
  signInProvider: { issuer: string; clientId: string; clientSecret: string } | null
}

/** A setting is wrong: the message names it in one line; the start prints it and stops. */
export class WrongSetting extends Error {
  constructor(name: string, why: string) {
    super(`${name}: ${why}`)
  }
}

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text.replace(/\/$/, '')

const isSmtp = (text: string) => URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text)

/** Without encryption only on this machine, as in tests. */
const isIssuer = (text: string) =>
  URL.canParse(text) && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/|$))/.test(text)

const settings = {
  PORT: [z.coerce.number().int().min(0).max(65_535), 'a port from 0 to 65535'],
  HOST: [z.string().min(1), 'an address to listen on, such as 127.0.0.1'],
  APP_ORIGIN: [z.string().refine(isOrigin), 'an address such as https://danhgia.example.vn, without a path'],
  DATABASE_URL: [z.string().regex(/^sqlite:.+/), 'sqlite:PATH'],
  SECRET: [z.string().min(32), 'at least 32 characters'],
  TRUST_PROXY: [z.coerce.number().int().min(0).max(10), 'the number of proxies in front, 0 to 10'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'fatal, error, warn, info, debug or silent',
  ],
  SMTP_URL: [z.string().refine(isSmtp), 'an address such as smtps://user:password@mail.example.vn:465'],
  MAIL_FROM: [
    z.string().regex(/^(?:[^<>\r\n"]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
    'an e-mail address, or "Name <address>"',
  ],
  OIDC_ISSUER: [z.string().refine(isIssuer), 'the https address of the sign-in provider'],
  OIDC_CLIENT_ID: [z.string().min(1).max(500), 'the name this product has at the sign-in provider'],
  OIDC_CLIENT_SECRET: [z.string().min(1).max(500), 'the secret agreed with the sign-in provider'],
  NOW: [z.iso.datetime({ offset: true }), 'an instant such as 2026-11-22T08:00:00+07:00'],
} as const

type Setting = keyof typeof settings

function setting<Name extends Setting>(env: NodeJS.ProcessEnv, name: Name) {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const [schema, expected] = settings[name]
  const read = schema.safeParse(text)
  if (!read.success) throw new WrongSetting(name, `must be ${expected}`)
  return read.data as z.infer<(typeof settings)[Name][0]>
}

/**
 * Reads and checks the environment.
 * @throws WrongSetting naming the first setting that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = setting(env, 'PORT') ?? 3000
  const host = setting(env, 'HOST') ?? '127.0.0.1'
  const address = (setting(env, 'APP_ORIGIN') ?? `http://${host}:${port}`).replace(/\/$/, '')
  const production = address.startsWith('https:')
  const now = setting(env, 'NOW')
  if (now && production) throw new WrongSetting('NOW', 'a fixed clock is refused in production')
  const databaseUrl = setting(env, 'DATABASE_URL') ?? 'sqlite:data/hai-long.sqlite'
  const secret = setting(env, 'SECRET')
  if (!secret && production)
    throw new WrongSetting('SECRET', 'must be set in production (32 characters or more)')
  return {
    port,
    host,
    origin: address,
    production,
    databaseUrl,
    secret: { key: secret ?? secretBeside(sqliteFile(databaseUrl)), number: 1 },
    trustProxy: setting(env, 'TRUST_PROXY') ?? 0,
    logLevel: setting(env, 'LOG_LEVEL') ?? 'info',
    clock: now ? clockFrom(new Date(now)) : systemClock,
    mail: mailFrom(env),
    signInProvider: providerFrom(env),
  }
}

function mailFrom(env: NodeJS.ProcessEnv): Config['mail'] {
  const { SMTP_URL: url, MAIL_FROM: from } = together(env, ['SMTP_URL', 'MAIL_FROM'])
  return url && from ? { url, from } : null
}

function providerFrom(env: NodeJS.ProcessEnv): Config['signInProvider'] {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = together(env, names)
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null
}

/** Settings that mean something only all together. @throws WrongSetting naming the one that is missing */
function together<Name extends 'SMTP_URL' | 'MAIL_FROM' | `OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET'}`>(
  env: NodeJS.ProcessEnv,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const values = names.map((name) => [name, setting(env, name)] as const)
  const missing = values.find(([, value]) => value === undefined)?.[0]
  const given = values.find(([, value]) => value !== undefined)?.[0]
  if (missing && given) throw new WrongSetting(missing, `must be set together with ${given}`)
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Partial<
    Record<Name, string>
  >
}

/** The key generated for this database, kept beside it, readable by its owner only. */
function secretBeside(file: string): string {
  const path = `${file}.secret`
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    chmodSync(path, 0o600)
  }
  return readFileSync(path, 'utf8').trim()
}
