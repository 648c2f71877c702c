import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Every source file that is started as a thread of its own. */
export const THREADS = [
  'app/invitations/print-worker.server.ts',
  'app/reports/export-worker.server.ts',
  'app/reports/report/report-worker.server.ts',
] as const
type Thread = (typeof THREADS)[number]

/** A thread at work on `workerData`; the server does not wait for it to end. */
export function startThread(source: Thread, options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>) {
  // The server's heap begins large, with room for its pages; a thread's is to be small, and what begins now is one's.
  setFlagsFromString('--initial-old-space-size=0')
  setFlagsFromString('--max-semi-space-size=1')
  const worker = new Worker(threadFile(source), { ...options, execArgv: [] })
  worker.unref()
  return worker
}

/**
 * The full path of what a thread is started from: a source file of this repository for a source, its bundle for what
 * runs from the build. The root is found upwards from here: a build may put this module at any depth.
 */
export function threadFile(source: Thread): string {
  let root = import.meta.dirname
  while (!existsSync(join(root, 'package.json'))) {
    if (root === dirname(root)) throw new Error(`No package.json above ${import.meta.dirname}`)
    root = dirname(root)
  }
  const isBuilt = relative(root, import.meta.dirname).split(sep)[0] === 'build'
  return join(root, isBuilt ? `build/threads/${basename(source, '.server.ts')}.js` : source)
}
