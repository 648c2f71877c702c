import { rounded } from './figures.ts'
import { print, progress } from './print.ts'
import { memoryOf } from './server.ts'

const MOST_MB = 250

/** What the server took at its highest, beside Node alone under the same load. */
export function printMemory(pid: number, barePid: number, ratings: number): void {
  const ours = memoryOf(pid)
  const bare = memoryOf(barePid)
  if (!ours || !bare) {
    progress('Resident memory is not told here: there is no /proc.')
    return
  }
  print({
    figure: 'resident memory of the server under that load',
    ratings,
    highest_mb: rounded(ours.highest),
    now_mb: rounded(ours.now),
    counterpart: 'bare node:http under the same load',
    counterpart_highest_mb: rounded(bare.highest),
    ratio: rounded(ours.highest / bare.highest),
    limits: { highest_mb: MOST_MB },
    holds: ours.highest <= MOST_MB,
  })
}
