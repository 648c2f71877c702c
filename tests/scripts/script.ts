import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { SECRET, type SmallCity } from '#tests/world/small-city.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs one of the scripts as an operator would, on the small city's file and at its time. */
export function runScript(
  city: SmallCity,
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const settings = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH ?? '',
    DATABASE_URL: city.address,
    SECRET: SECRET.key,
    APP_ORIGIN: 'http://danhgia.example.vn',
    NOW: city.clock.now().toISOString(),
    ...env,
  }
  return new Promise((done) => {
    const command = [resolve(root, `scripts/${name}.ts`), ...args]
    execFile(process.execPath, command, { cwd: root, env: settings }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}
