import { spawn } from 'node:child_process'
import { join } from 'node:path'
import SERVER from '../server-process.json' with { type: 'json' }
import { demoCity, YEAR } from './cities.ts'
import { rounded } from './figures.ts'
import { print, progress } from './print.ts'

const LEAST_RATE = 100_000
/** More rows than this many times may not take more than this much more memory. */
const MOST_GROWTH = 1.25
const ROUNDS = 3

/** What one process that wrote a file of single ratings tells. */
interface Written {
  rows: number
  ms: number
  bytes: number
  highest_mb: number
}

/**
 * Single ratings as CSV: lines a second, and the most memory at two sizes, each in a process of its own; beside it the
 * same lines gathered before they are written, which must grow where ours does not.
 */
export async function measureExport(sizes: readonly number[]): Promise<void> {
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)]
  const files = [await demoCity(small), await demoCity(large)] as const
  const of = async (way: 'streamed' | 'gathered') => {
    const [least, most] = [await median(files[0], way), await median(files[1], way)]
    return { least, most, growth: most.highest_mb / least.highest_mb }
  }
  progress('Export, streamed')
  const ours = await of('streamed')
  progress('Export, gathered first: the negative control')
  const control = await of('gathered')
  const rate = (ours.most.rows / ours.most.ms) * 1000
  print({
    figure: 'export of single ratings as CSV',
    rows: ours.most.rows,
    bytes: ours.most.bytes,
    rounds: ROUNDS,
    rate: rounded(rate),
    highest_mb: rounded(ours.most.highest_mb),
    growth: rounded(ours.growth),
    rows_of_smaller: ours.least.rows,
    counterpart: 'the same lines gathered before they are written',
    counterpart_rate: rounded((control.most.rows / control.most.ms) * 1000),
    counterpart_highest_mb: rounded(control.most.highest_mb),
    counterpart_growth: rounded(control.growth),
    limits: { rate: LEAST_RATE, growth: MOST_GROWTH },
    holds: rate >= LEAST_RATE && ours.growth <= MOST_GROWTH,
    control_fails: control.growth > MOST_GROWTH,
  })
}

/** The median of some rounds by time, each in a fresh process. */
async function median(file: string, way: 'streamed' | 'gathered'): Promise<Written> {
  const rounds: Written[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await written(file, way))
  const [, middle] = rounds.toSorted((a, b) => a.ms - b.ms)
  if (!middle) throw new Error('There was no round')
  return middle
}

function written(file: string, way: string): Promise<Written> {
  // The server's own bounds of memory hold for its threads too.
  const child = spawn(process.execPath, [
    ...SERVER.flags,
    join(import.meta.dirname, 'export-process.ts'),
    ...[`sqlite:${file}`, YEAR.from, YEAR.to, way],
  ])
  let out = ''
  child.stdout.on('data', (data) => (out += data))
  child.stderr.pipe(process.stderr)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Written)
      else reject(new Error(`Exporting ended with ${code}`))
    })
  })
}
