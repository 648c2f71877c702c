import { readAnswer } from './delivery-answer.ts'
import type { RatingsRequest } from './kiosk-api.ts'
import { LARGEST_BATCH } from './kiosk-entry.ts'
import { nextBatch, type UnsentQueue } from './unsent-queue.ts'

/** What came back from the network, whoever it was that answered. */
export interface NetworkAnswer {
  status: number
  /** The content type. */
  type: string
  text: string
}

/** Sends a body to the server; throws where nothing came back. */
export type Post = (body: RatingsRequest) => Promise<NetworkAnswer>

/** What one try led to; after `moved` the next may follow at once. */
export type Outcome = 'empty' | 'moved' | 'failed' | 'unauthorised' | 'revoked'

/** Empties the queue into the server, a request at a time. */
export class Delivery {
  readonly #queue: UnsentQueue
  readonly #post: Post
  readonly #now: () => Date
  /** Halved when somebody on the way finds a batch too large. */
  #most = LARGEST_BATCH

  constructor(queue: UnsentQueue, post: Post, now: () => Date = () => new Date()) {
    this.#queue = queue
    this.#post = post
    this.#now = now
  }

  /** One request with the first that wait. Only what our server names by id and hash leaves the queue. */
  async once(): Promise<Outcome> {
    const waiting = await this.#queue.first(this.#most)
    const sent = nextBatch(waiting, this.#most)
    const [first] = sent
    if (!first) return 'empty'
    const entries = sent.map(({ entry }) => entry)
    const request = { format: first.format, entries, now: this.#now().toISOString() }
    const answer = await this.#post(request).catch(() => null)
    if (!answer) return 'failed'
    const read = readAnswer(answer, sent)
    if (read.kind === 'settled') {
      await this.#queue.settle(read.stored, read.kept)
      this.#most = LARGEST_BATCH
      return 'moved'
    }
    if (read.kind !== 'too_large') return read.kind
    this.#most = Math.max(1, Math.floor(sent.length / 2))
    return 'failed'
  }
}
