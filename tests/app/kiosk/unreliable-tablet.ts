import { type Chain, chainedEntry, NEW_CHAIN } from '#app/kiosk/chained-entry.ts'
import { Delivery, type NetworkAnswer } from '#app/kiosk/deliver.ts'
import type { RatingsRequest } from '#app/kiosk/kiosk-api.ts'
import type { Kept, UnsentQueue, Waiting } from '#app/kiosk/unsent-queue.ts'

/** Takes a request as the server does. */
export type Take = (request: RatingsRequest) => Promise<NetworkAnswer>

/** What a network may do to one request. */
export const MISHAPS = [
  'none',
  'twice',
  'old one again',
  'lose request',
  'lose answer',
  'die meanwhile',
] as const
export type Mishap = (typeof MISHAPS)[number]

/** A store in memory that does what IndexedDB promises: a change is whole, and outlives the process. */
export class MemoryQueue implements UnsentQueue {
  waiting: Waiting[] = []
  kept: Kept[] = []
  /** When set, the process dies before it can note what was stored. */
  dying = false

  async first(count: number): Promise<Waiting[]> {
    return structuredClone(this.waiting.slice(0, count))
  }

  async settle(stored: readonly string[], kept: readonly Kept[]): Promise<void> {
    if (this.dying) throw new Error('The tablet is dead')
    const gone = new Set([...stored, ...kept.map(({ entry }) => entry.id)])
    this.waiting = this.waiting.filter(({ entry }) => !gone.has(entry.id))
    this.kept.push(...kept)
  }
}

/** A tablet on a bad network: what it keeps survives, its process and its requests may not. */
export class UnreliableTablet {
  readonly queue = new MemoryQueue()
  readonly rated: Waiting[] = []
  #chain: Chain = NEW_CHAIN
  #sent: RatingsRequest[] = []
  #mishap: Mishap = 'none'
  #delivery: Delivery
  readonly #take: Take

  constructor(take: Take) {
    this.#take = take
    this.#delivery = this.#newProcess()
  }

  rate(id: string, level: 1 | 2 | 3 | 4 | 5): void {
    const at = new Date(Date.parse('2026-03-16T02:00:00.000Z') + this.rated.length * 4_000).toISOString()
    const said = { id, kind: 'rating', level, at, offset_ms: 0, lang: 'vi' } as const
    const { waiting, chain } = chainedEntry(this.#chain, said)
    this.#chain = chain
    this.queue.waiting.push(waiting)
    this.rated.push(waiting)
  }

  restart(): void {
    this.#delivery = this.#newProcess()
  }

  /** One try, with what the network does to it. */
  async send(mishap: Mishap): Promise<string> {
    this.#mishap = mishap
    this.queue.dying = mishap === 'die meanwhile'
    const outcome = await this.#delivery.once().catch(() => 'died')
    if (this.queue.dying) this.restart()
    this.queue.dying = false
    return outcome
  }

  #newProcess(): Delivery {
    return new Delivery(this.queue, (request) => this.#overTheNetwork(request))
  }

  async #overTheNetwork(request: RatingsRequest): Promise<NetworkAnswer> {
    const mishap = this.#mishap
    if (mishap === 'lose request') throw new Error('The network is away')
    const old = this.#sent.at(-3)
    this.#sent.push(request)
    if (mishap === 'old one again' && old) await this.#take(old)
    if (mishap === 'twice') await this.#take(request)
    const answer = await this.#take(request)
    if (mishap === 'lose answer') throw new Error('The network is away')
    return answer
  }
}
