import { type FaultTest, isAsItMustBe, lineOf, type Result, secondsSince } from '#tests/faults/fault-test.ts'
import { killNine } from '#tests/faults/kill-nine.ts'
import { offlineDay } from '#tests/faults/offline-day.ts'
import { powerCut } from '#tests/faults/power-cut.ts'
import { tabletPowerCut } from '#tests/faults/tablet-power-cut.ts'
import { tabletSchedules } from '#tests/faults/tablet-schedules.ts'

/**
 * `npm run faults [-- R1 R2 --seed=7]`: tries to break the promises that hold under faults, and shows with negative
 * controls that it could. Results on stdout, progress on stderr; exit 1 when a promise broke or a control did not.
 */
const TESTS: FaultTest[] = [killNine, powerCut, tabletPowerCut, offlineDay, tabletSchedules]
const PROGRESS_MS = 5_000

const words = process.argv.slice(2)
const seed = words.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ?? '1'
const wanted = words.filter((word) => !word.startsWith('--'))
const unknown = wanted.filter((name) => !TESTS.some((test) => test.name === name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${TESTS.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const began = performance.now()
const results: Result[] = []
let broken = 0
let shown = began
for (const test of TESTS) {
  if (wanted.length > 0 && !wanted.includes(test.name)) continue
  console.error(`${test.name} ${test.promise} ...`)
  try {
    await test.run({ seed, progress, report: (result) => report(test.name, result) })
  } catch (cause) {
    broken++
    console.log(`${test.name} ${test.promise}: COULD NOT RUN (${(cause as Error).message})`)
  }
}
broken += results.filter((result) => !isAsItMustBe(result)).length
const promises = results.filter(({ control, held }) => !control && held).length
const controls = results.filter(({ control, held }) => control && !held).length
console.log(
  `${promises} promises hold, ${controls} controls break as they must, ${broken} wrong | ` +
    `${new Date().toISOString().slice(0, 10)}, seed ${seed}, Node ${process.versions.node}, seconds ${secondsSince(began)}`,
)
process.exitCode = broken > 0 ? 1 : 0

function report(name: string, result: Result): void {
  results.push(result)
  console.log(lineOf(name, result))
}

function progress(text: string): void {
  if (performance.now() - shown < PROGRESS_MS) return
  shown = performance.now()
  console.error(`  ${secondsSince(began)} s: ${text}`)
}
