import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** Every source file that is started as a thread of its own. */
export const THREADS = [
  'app/invitations/print-worker.server.ts',
  'app/reports/export-worker.server.ts',
  'app/reports/report/report-worker.server.ts',
] as const

/**
 * The full path of what a thread is started from: a source file of this repository for a source, its bundle for what
 * runs from the build. The root is found upwards from here: a build may put this module at any depth.
 */
export function threadFile(source: (typeof THREADS)[number]): string {
  let root = import.meta.dirname
  while (!existsSync(join(root, 'package.json'))) {
    if (root === dirname(root)) throw new Error(`No package.json above ${import.meta.dirname}`)
    root = dirname(root)
  }
  const isBuilt = relative(root, import.meta.dirname).split(sep)[0] === 'build'
  return join(root, isBuilt ? `build/threads/${basename(source, '.server.ts')}.js` : source)
}
