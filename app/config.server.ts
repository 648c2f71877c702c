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
}

/** A setting is wrong: the message names it in one line; the start prints it and stops. */
export class WrongSetting extends Error {
  constructor(name: string, why: string) {
    super(`${name}: ${why}`)
  }
}

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text.replace(/\/$/, '')

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
  }
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
