import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'

const root = resolve(import.meta.dirname, '..')

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
const code = ['app', 'db', 'scripts'].flatMap(filesBelow).filter(isCode)
const text = (path: string) => readFileSync(join(root, path), 'utf8')

/** Modules a file imports: paths from the root for our own, package names otherwise; types apart. */
function importsOf(path: string) {
  const found = [...text(path).matchAll(/(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/g)]
  return found.map(([, type, source = '']) => {
    const own = /^(#|\.)/.test(source)
    const target = source.startsWith('#')
      ? source.slice(1)
      : relative(root, resolve(root, dirname(path), source))
    return { typeOnly: Boolean(type), target: own ? target.replace(/\?.*$/, '') : source }
  })
}

const isDoor = (path: string) =>
  /^(app\/routes\/|scripts\/)/.test(path) ||
  /^app\/(root|entry\.|routes\.ts|paths\.ts|server\.ts|start\.server|context\.server|session-cookie)/.test(
    path,
  )

const valueImports = (path: string) => importsOf(path).filter(({ typeOnly }) => !typeOnly)

/** Every import that breaks a rule, as `file -> import`. */
function breaches(files: string[], forbidden: (path: string, target: string) => boolean): string[] {
  return files.flatMap((path) =>
    valueImports(path)
      .filter(({ target }) => forbidden(path, target))
      .map(({ target }) => `${path} -> ${target}`),
  )
}

test('only doors know Remix, and no other code does', () => {
  const others = code.filter((path) => !isDoor(path))
  expect(breaches(others, (_path, target) => target.startsWith('@remix-run/'))).toEqual([])
})

test('routes never reach the store, and no door imports another door', () => {
  const routes = code.filter((path) => path.startsWith('app/routes/'))
  expect(breaches(routes, (_path, target) => target.startsWith('db/'))).toEqual([])
  expect(breaches(routes, (_path, target) => target.startsWith('app/routes/'))).toEqual([])
})

test('words import words, pictures never deeds, the store only words', () => {
  const app = code.filter((path) => path.startsWith('app/') && !isDoor(path) && !path.startsWith('app/http/'))
  const words = app.filter((path) => path.endsWith('.ts') && !/\.(server|client)\.ts$/.test(path))
  const pictures = app.filter((path) => path.endsWith('.tsx') && !path.endsWith('.server.tsx'))
  const deed = (_path: string, target: string) => /\.server\.tsx?$/.test(target) || target.startsWith('db/')
  expect(
    breaches(
      words.filter((path) => path !== 'app/config.server.ts'),
      deed,
    ),
  ).toEqual([])
  expect(breaches(pictures, (path, target) => deed(path, target) && !target.startsWith('app/ui/'))).toEqual(
    [],
  )
  const store = code.filter((path) => path.startsWith('db/'))
  expect(
    breaches(store, (_path, target) => target.startsWith('app/') || target.startsWith('scripts/')),
  ).toEqual([])
})

/** Sideways, a domain uses only those to its left. */
const DOMAINS = [
  'auth',
  'offices',
  'surveys',
  'dossiers',
  'ledger',
  'invitations',
  'comments',
  'feedback-cases',
  'responses',
  'kiosk',
  'integrity',
  'alerts',
  'reports',
  'publication',
]

test('a domain uses only the domains to its left', () => {
  const domainOf = (path: string) => DOMAINS.indexOf(/^app\/([^/]+)\//.exec(path)?.[1] ?? '')
  const inDomain = code.filter((path) => domainOf(path) >= 0)
  expect(breaches(inDomain, (path, target) => domainOf(target) > domainOf(path))).toEqual([])
})

test('only the dialects ask which database this is; migrations import Kysely alone', () => {
  const asking = code.filter(
    (path) =>
      !path.startsWith('db/dialects/') && /\b(isSqlite|isPostgres|differences\.name)\b/.test(text(path)),
  )
  expect(asking).toEqual([])
  const frozen = code.filter((path) => /^db\/migrations\/\d/.test(path))
  expect(breaches(frozen, (_path, target) => target !== 'kysely')).toEqual([])
  expect(frozen.map((path) => path.slice('db/migrations/'.length, -'.ts'.length))).toEqual(
    migrations.map(({ name }) => name),
  )
})

test('SQL is written in one building', () => {
  const elsewhere = code.filter(
    (path) => !path.startsWith('db/') && valueImports(path).some(({ target }) => target === 'kysely'),
  )
  expect(elsewhere).toEqual([])
})

test('there are no import circles, no barrels and no names that say nothing', () => {
  const graph = new Map(code.map((path) => [path, valueImports(path).map(({ target }) => target)]))
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
  }
  for (const path of code) walk(path, [])
  expect(circles).toEqual([])
  const barrels = code.filter((path) => /^\s*export \* from/m.test(text(path)))
  expect(barrels).toEqual([])
  const empty = /(^|\/)(utils|helpers|lib|common|shared|misc|services|types|constants|hooks)(\/|\.tsx?$)/
  expect(code.filter((path) => empty.test(path))).toEqual([])
})

const sized = code.filter((path) => !/migrations\/|schema\.ts$|app\/i18n\/(vi|en|zh)\//.test(path))
const lines = (path: string) => text(path).split('\n').length - 1
const quantile = (numbers: number[], q: number) =>
  numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) * q)] ?? 0

test('files keep to their budgets', () => {
  expect(sized.filter((path) => lines(path) > 250).map((path) => `${path} ${lines(path)}`)).toEqual([])
  expect(quantile(sized.map(lines), 0.5)).toBeLessThanOrEqual(60)
  expect(quantile(sized.map(lines), 0.9)).toBeLessThanOrEqual(160)
  const deep = filesBelow('app').filter((path) => path.split('/').length > 5)
  expect(deep).toEqual([])
})

test('routes are thin: at most 60 lines before the component', () => {
  const routes = code.filter((path) => path.startsWith('app/routes/'))
  const thick = routes.filter((path) => {
    const before = text(path).split(/^export default function/m)[0] ?? ''
    return before.split('\n').length > 62
  })
  expect(thick).toEqual([])
})

test('nothing names a registry host or a path of a machine', () => {
  const everything = [
    ...code,
    ...filesBelow('tests').filter(isCode),
    'README.md',
    'package.json',
    'package-lock.json',
    '.ci/run',
  ]
  const hosts = new RegExp(`${['registry', 'npmjs'].join('\\.')}|${['deb', 'debian'].join('\\.')}`)
  const named = everything.filter((path) => hosts.test(text(path)))
  expect(named).toEqual([])
})

test('at most 40 direct runtime dependencies, each with a line in the README', () => {
  const { dependencies } = JSON.parse(text('package.json')) as { dependencies: Record<string, string> }
  const names = Object.keys(dependencies)
  expect(names.length).toBeLessThanOrEqual(40)
  const readme = text('README.md')
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
