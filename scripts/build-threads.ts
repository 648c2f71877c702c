import { rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'
import { THREADS } from '#app/start-thread.server.ts'

/**
 * Bundles what the server starts in threads of their own, a part of `npm run build`: read from its sources a thread
 * takes memory of the whole server for stripping their types, and for every module behind them.
 */
const root = resolve(import.meta.dirname, '..')
const out = join(root, 'build/threads')
/** What brings native code or files of its own stays where it is. */
const EXTERNAL = ['better-sqlite3', '@resvg/resvg-js', 'pdfkit', 'qrcode']

rmSync(out, { recursive: true, force: true })
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: EXTERNAL },
  build: {
    ssr: true,
    outDir: out,
    target: 'es2022',
    rollupOptions: {
      input: Object.fromEntries(THREADS.map((file) => [basename(file, '.server.ts'), join(root, file)])),
    },
  },
})
