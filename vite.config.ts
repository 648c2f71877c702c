import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Keeps the store and the server's validation out of the browser: a browser build that reaches them stops.
 * A component that imports them otherwise ships them silently.
 */
const storeGuard: Plugin = {
  name: 'store-guard',
  enforce: 'pre',
  resolveId(source, importer, options) {
    const forbidden = /^#db\/|(^|\/)db\/|^zod$|^better-sqlite3$|^kysely$/
    if (!options?.ssr && forbidden.test(source))
      throw new Error(`${source} must not reach a browser (from ${importer})`)
  },
}

const underTest = Boolean(process.env.VITEST)

export default defineConfig({
  plugins: underTest
    ? []
    : [
        storeGuard,
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: false,
            v3_throwAbortReason: true,
          },
        }),
      ],
  esbuild: { jsx: 'automatic' },
  // Its two hundred modules take 10 MB of the server as they lie.
  ssr: { noExternal: ['kysely'] },
  build: { target: 'es2022', sourcemap: 'hidden', chunkSizeWarningLimit: 800 },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup/strict.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    css: { include: [/.+/] },
  },
})
