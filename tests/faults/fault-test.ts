/** A promise, what tries to break it, and the same without the defence, which must break. */
export interface FaultTest {
  /** As the list of promises names it: R1, R2 ... */
  name: string
  promise: string
  run(scene: Scene): Promise<void>
}

export interface Scene {
  /** Same seed, same plan: what does not hang on the machine's timing happens again. */
  seed: string
  /** Says what is under way; told as often as one likes, shown every few seconds. */
  progress(text: string): void
  report(result: Result): void
}

export interface Result {
  /** The promise in words, or for a control the defence that was taken away. */
  what: string
  /** A negative control must break: a test that cannot fail proves nothing. */
  control: boolean
  held: boolean
  figures: Record<string, string | number>
  /** The first things found wrong, in words. */
  findings: string[]
}

/** Whether a result is as it must be: promises hold, controls break. */
export const isAsItMustBe = ({ control, held }: Result) => held !== control

/** A result in one line. */
export function lineOf(name: string, result: Result): string {
  const { what, control, held, figures, findings } = result
  const verdict = control
    ? `${held ? 'DID NOT BREAK' : 'breaks as it must'}`
    : `${held ? 'holds' : `BROKEN (${findings.slice(0, 3).join('; ')})`}`
  const numbers = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
  return `${name} ${control ? 'control, ' : ''}${what}: ${verdict} | ${numbers.join(', ')}`
}

/** Seconds since `began` (performance.now), with one decimal. */
export const secondsSince = (began: number) => Number(((performance.now() - began) / 1_000).toFixed(1))
