import { type Figures, figuresOf } from './figures.ts'
import type { Load, Visitors } from './load.ts'
import { cpuMsOf } from './server.ts'

/** What is asked for, and by how many at once. */
export type Target = Pick<Load, 'kind' | 'paths' | 'status' | 'concurrency'>

/** One run of a load against a process, with the processor time it took there. */
export async function runLoad(
  visitors: Visitors,
  { port, pid }: { port: number; pid: number },
  target: Target,
  milliseconds: number,
): Promise<Figures> {
  const before = cpuMsOf(pid)
  const { times, elapsedMs } = await visitors.run({ ...target, port, milliseconds })
  const after = cpuMsOf(pid)
  return figuresOf(times, elapsedMs, before === null || after === null ? null : after - before)
}
