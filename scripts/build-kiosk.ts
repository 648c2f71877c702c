import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { ICONS, MANIFEST_PATH, manifest, SHELL_PATH, shellPage, WORKER_PATH } from '#app/kiosk/shell.ts'

/**
 * Builds the tablet's app beside the pages: one script, one style, the shell page, and the worker with the list of
 * all it keeps. A part of `npm run build`; `--out FOLDER` and `--version WORD` are for tests of updates.
 */
const root = resolve(import.meta.dirname, '..')
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const out = resolve(option('out') ?? join(root, 'build/client/kiosk'))
const publicFolder = join(root, 'public/kiosk')
const client = (name: string) => join(root, 'app/kiosk', name)
/** The smallest that a shell on a slow network should be (issue: 120 KB compressed). */
const LARGEST_SHELL = 120 * 1024

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

await bundle(client('kiosk.client.ts'), {
  entryFileNames: 'app-[hash].js',
  assetFileNames: 'app-[hash][extname]',
})
const [script, style] = ['.js', '.css'].map((end) =>
  served(readdirSync(out).find((name) => name.endsWith(end)) ?? ''),
)
const recordings = Object.fromEntries(['tay', 'nung'].flatMap(recording))
for (const { path } of ICONS) put(basename(path), readFileSync(join(publicFolder, basename(path))))
put(basename(MANIFEST_PATH), manifest())

const files = readdirSync(out).sort()
const version = option('version') ?? digest(files.map((name) => readFileSync(join(out, name)))).slice(0, 12)
put('shell.html', shellPage({ version, script: script ?? '', style: style ?? '', recordings }))
const PRECACHE = { version, paths: [SHELL_PATH, ...files.map(served)] }
await bundle(
  client('kiosk-worker.client.ts'),
  { entryFileNames: basename(WORKER_PATH), format: 'iife' },
  PRECACHE,
)

const audio = new Set(Object.values(recordings).map((path) => basename(path)))
const shell = readdirSync(out).filter((name) => !audio.has(name))
const bytes = shell.reduce((sum, name) => sum + gzipSync(readFileSync(join(out, name))).length, 0)
if (bytes > LARGEST_SHELL) throw new Error(`The tablet's shell has ${bytes} bytes compressed`)

function bundle(input: string, output: Record<string, string>, precache: unknown = null) {
  return build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precache) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: { input, output },
    },
  })
}

/** A recording of the question, where the city has put one: `public/kiosk/tay.mp3`. */
function recording(name: string): [name: string, path: string][] {
  if (!existsSync(publicFolder)) return []
  const file = readdirSync(publicFolder).find(
    (one) => /\.(mp3|m4a|ogg|webm)$/.test(one) && one.startsWith(`${name}.`),
  )
  if (!file) return []
  const content = readFileSync(join(publicFolder, file))
  const hashed = `${name}-${digest([content]).slice(0, 8)}${extname(file)}`
  put(hashed, content)
  return [[name, served(hashed)]]
}

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(out, name), content)
}

function served(name: string): string {
  return `${SHELL_PATH}/${name}`
}

function digest(contents: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}
