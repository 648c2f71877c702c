// Every npm script goes through this file. Plain JavaScript that runs on Node 18: where the host's Node is too old
// it fetches a newer one through npm into .node/ and starts again with it, installs what the lock file asks for,
// builds when sources changed, then runs the command itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [command, ...rest] = process.argv.slice(2)
const OLDEST = [22, 18]
process.chdir(root)
process.env.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)

if (isTooOld(process.versions.node)) runWithNewerNode()
else runHere()

function runHere() {
  install()
  /** What each command runs; `build` first where it serves pages. */
  const node =
    (...words) =>
    () =>
      run(process.execPath, [...words, ...rest])
  /** V8 lets a heap of 23 MB grow to hundreds on a large machine, glibc keeps an arena a thread: these keep it small. */
  const server = (script) => () => {
    const { flags, environment } = JSON.parse(readFileSync(join(root, 'scripts/server-process.json'), 'utf8'))
    run(process.execPath, [...flags, join(root, script), ...rest], { ...process.env, ...environment })
  }
  const built = (then) => () => {
    build()
    then()
  }
  const commands = {
    build: () => build(true),
    start: built(server('scripts/start.mjs')),
    demo: built(server('scripts/demo.ts')),
    migrate: node('scripts/migrate.ts'),
    recount: node('scripts/recount.ts'),
    verify: node('scripts/verify.ts'),
    admin: node('scripts/admin.ts'),
    dossiers: node('scripts/dossiers.ts'),
    'demo-city': node('scripts/demo-city.ts'),
    links: node('scripts/links.ts'),
    bench: built(node('scripts/bench.ts')),
    faults: built(node('scripts/faults.ts')),
    test: built(node('scripts/test.ts')),
    check: built(node('scripts/test.ts', '--quick')),
    format: () => run('biome', ['check', '--write', '.']),
  }
  if (!command || !commands[command]) fail(`Known commands: ${Object.keys(commands).join(', ')}`)
  commands[command]()
}

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}

function runWithNewerNode() {
  if (process.env.HAI_LONG_NODE)
    fail(`Node ${process.versions.node} is too old and a newer one could not be started.`)
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const bin = join(root, '.node/node_modules', name, 'bin')
  if (!existsSync(bin)) {
    note(`Node ${process.versions.node} is too old: fetching Node 24 into .node/ ...`)
    mkdirSync(join(root, '.node'), { recursive: true })
    npm(['install', '--prefix', '.node', '--no-save', '--no-package-lock', '--silent', `${name}@24`])
  }
  const env = { ...process.env, HAI_LONG_NODE: '1', PATH: [bin, process.env.PATH].join(delimiter) }
  run(join(bin, 'node'), [join(root, 'scripts/run.mjs'), command ?? '', ...rest], env)
}

function install() {
  const lock = digest([join(root, 'package-lock.json')])
  const mark = join(root, 'node_modules/.lock-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  note('Installing what the lock file asks for ...')
  npm(['ci', '--silent'])
  writeFileSync(mark, lock)
}

/** Builds when a source is newer in content than the build; two commands at once wait for neither. */
function build(always = false) {
  const sources = ['app', 'db', 'public'].flatMap((folder) => filesBelow(join(root, folder)))
  const steps = [
    'vite.config.ts',
    'package-lock.json',
    'scripts/build-kiosk.ts',
    'scripts/build-threads.ts',
  ].map((file) => join(root, file))
  const now = digest([...sources, ...steps])
  const mark = join(root, 'build/sources')
  if (!always && existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  note('Building ...')
  buildStep('remix', ['vite:build', '--logLevel', 'error'])
  buildStep(process.execPath, ['scripts/build-kiosk.ts'])
  buildStep(process.execPath, ['scripts/build-threads.ts'])
  writeFileSync(mark, now)
}

function buildStep(program, words) {
  const done = spawnSync(program, words, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (done.status !== 0) fail(`${done.stdout}${done.stderr}\nThe build failed.`)
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function npm(words) {
  const done = spawnSync('npm', words, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status !== 0) fail(`npm ${words[0]} failed.`)
}

/** Runs to its end; who stops this stops the command, which then ends in its own order. */
function run(program, words, env = process.env) {
  const child = spawn(program, words, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32' && program === 'biome',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function note(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  note(text)
  process.exit(1)
}
