import { backOff } from './back-off.ts'
import { Delivery, type Outcome, type Post } from './deliver.ts'
import type { UnsentQueue } from './unsent-queue.ts'

const LOCK = 'hai-long-kiosk-sending'
/** A credential that the server does not know may be known again after a restore: asked now and then. */
const PAUSED_MS = 5 * 60_000

/** Sends what waits, again and again until nothing does; alone among this browser's tabs. */
export class Sending {
  readonly #delivery: Delivery
  readonly #told: (outcome: Outcome) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #running = false
  #wokenMeanwhile = false
  #failures = 0

  constructor(queue: UnsentQueue, { post, told }: { post: Post; told(outcome: Outcome): void }) {
    this.#delivery = new Delivery(queue, post)
    this.#told = told
    addEventListener('online', () => this.wake())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.wake()
    })
  }

  /** Tries at once, whatever it was waiting for. */
  wake(): void {
    clearTimeout(this.#timer)
    this.#wokenMeanwhile = this.#running
    if (!this.#running) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    const outcome = await alone(() => this.#untilItStops()).catch(() => 'failed' as const)
    this.#running = false
    if (outcome === 'empty' || outcome === 'moved') this.#failures = 0
    else this.#failures++
    this.#told(outcome)
    if (this.#wokenMeanwhile) return this.wake()
    if (outcome === 'empty') return
    const paused = outcome === 'revoked' || outcome === 'unauthorised'
    this.#timer = setTimeout(() => this.wake(), paused ? PAUSED_MS : backOff(this.#failures - 1))
  }

  async #untilItStops(): Promise<Outcome> {
    for (;;) {
      const outcome = await this.#delivery.once().catch(() => 'failed' as const)
      if (outcome !== 'moved') return outcome
      this.#failures = 0
    }
  }
}

/** Another tab that sends is a failure like any other: this one tries again later. */
async function alone(run: () => Promise<Outcome>): Promise<Outcome> {
  // Plain http has no locks; two tabs may then send the same, which the server stores once.
  if (!navigator.locks) return run()
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? run() : 'failed'))
}
