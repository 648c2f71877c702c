import { HTML_LANG, type Lang } from '../i18n/languages.ts'
import { beat } from './beat.client.ts'
import { element } from './elements.client.ts'
import { keepSpare, spare } from './fallback-ring.client.ts'
import { pairTablet } from './pair-tablet.client.ts'
import { RatingVisits } from './rating-screen.client.ts'
import { Recorder } from './recorder.client.ts'
import { banner } from './screen-parts.client.ts'
import { Sending } from './sending.client.ts'
import { postRatings } from './server-calls.client.ts'
import { pairingView, revokedView } from './setup-views.client.ts'
import { type Paired, TabletStore } from './tablet-store.client.ts'
import { tabletTexts } from './tablet-texts.ts'

const SENT_AFTER_MS = 300
/** A code is typed in less. */
const LONGEST_PAIRING_MS = 3 * 60_000

/** The parts of the tablet put together once, and which of its pages is shown. */
export class Tablet {
  readonly root = element('div', { id: 'tablet' })
  readonly #version: string
  readonly #settled: () => void
  readonly #store = new TabletStore()
  readonly #recorder = new Recorder(this.#store, {
    changed: () => this.#refresh(),
    // Thanks are drawn first.
    recorded: () => setTimeout(() => this.#sending.wake(), SENT_AFTER_MS),
  })
  readonly #visits = new RatingVisits({
    root: this.root,
    recorder: this.#recorder,
    settings: () => (this.#paired as Paired).settings,
    notices: (lang) => this.#notices(lang),
    idle: () => this.#becameIdle(),
  })
  readonly #sending = new Sending(this.#store, {
    post: (request) => postRatings(request, this.#paired?.credential ?? ''),
    told: (outcome) => {
      if (outcome === 'revoked') void this.#revoke()
      if (outcome !== 'failed') this.#unknown = outcome === 'unauthorised'
      this.#refresh()
    },
  })
  #beat: { now(): void } = { now: () => undefined }
  #paired: Paired | null = null
  /** The server knows this credential no more: the tablet goes on recording, and says so quietly. */
  #unknown = false
  #pairing = false
  /** Whether the question and what follows it is on the screen. */
  #rating = false
  #pairingOver: ReturnType<typeof setTimeout> | undefined
  #setupLang: Lang = 'vi'
  #shown = ''

  /** `settled` is told whenever nobody is at the screen (any more). */
  constructor(version: string, settled: () => void) {
    this.#version = version
    this.#settled = settled
  }

  /** Whether nobody would miss anything if the page were loaded anew. */
  get isIdle(): boolean {
    return this.#rating ? this.#visits.isIdle : !this.#pairing
  }

  async begin(): Promise<void> {
    this.#paired = await this.#store.paired().catch(() => spare())
    this.#recorder.offsetMs = this.#paired?.offsetMs ?? 0
    await this.#show()
    this.#beat = beat({
      store: this.#store,
      recorder: this.#recorder,
      version: this.#version,
      paired: () => this.#paired,
      heard: (paired) => void this.#heard(paired),
      revoked: () => void this.#revoke(),
    })
    this.#beat.now()
    if (this.#paired) this.#sending.wake()
  }

  /** Ends the visit, so that nothing of it is left. */
  leave(): void {
    if (this.#rating) this.#visits.leave()
  }

  get #takesRatings(): boolean {
    return this.#paired !== null && !this.#paired.revoked && !this.#pairing
  }

  async #show(): Promise<void> {
    this.#shown = this.#key()
    this.#rating = this.#takesRatings
    if (this.#rating) return this.#visits.show()
    const { waiting } = await this.#store.standing().catch(() => ({ waiting: 0 }))
    const lang = this.#setupLang
    const choose = (other: Lang) => {
      this.#setupLang = other
      void this.#show()
    }
    document.documentElement.lang = HTML_LANG[lang]
    document.title = tabletTexts[lang].pairing.title
    const revoked = this.#paired?.revoked && !this.#pairing
    const again = () => this.#startPairing()
    const pairing = { lang, choose, waiting, pair: (code: string) => this.#pair(code) }
    const back = this.#paired ? () => this.#endPairing() : undefined
    this.root.dataset.view = revoked ? 'revoked' : 'pairing'
    this.root.replaceChildren(
      ...(revoked ? revokedView(lang, waiting, choose, again) : pairingView({ ...pairing, back })),
    )
    this.root.querySelector<HTMLElement>('h1')?.focus()
  }

  /** Draws anew what has changed, but never under somebody's hands. */
  #refresh(): void {
    if (this.#key() !== this.#shown && this.isIdle) void this.#show()
  }

  #key(): string {
    return JSON.stringify([
      this.#paired?.revoked,
      this.#paired?.settings,
      this.#unknown,
      this.#recorder.state,
    ])
  }

  #becameIdle(): void {
    this.#refresh()
    this.#settled()
  }

  #notices(lang: Lang): HTMLElement[] {
    const t = tabletTexts[lang]
    if (this.#recorder.state !== 'ok') return [banner(t.broken, 'bad')]
    if (!this.#unknown) return []
    const again = element('button', { type: 'button' }, [t.revoked.again], {
      click: () => this.#startPairing(),
    })
    return [banner(t.unauthorised, 'quiet', [again])]
  }

  /** Anybody can press the button that leads here: where nobody types, the tablet goes back to work. */
  #startPairing(): void {
    this.#visits.leave()
    this.#pairing = true
    this.#pairingOver = setTimeout(() => this.#endPairing(), LONGEST_PAIRING_MS)
    void this.#show()
  }

  #endPairing(): void {
    clearTimeout(this.#pairingOver)
    this.#pairing = false
    this.#setupLang = 'vi'
    void this.#show()
  }

  async #pair(code: string) {
    const paired = await pairTablet(this.#store, code, this.#version)
    if (typeof paired === 'string') return paired
    this.#paired = paired
    this.#recorder.offsetMs = paired.offsetMs
    this.#unknown = false
    this.#endPairing()
    this.#beat.now()
    this.#sending.wake()
    this.#settled()
    return null
  }

  async #heard(paired: Paired): Promise<void> {
    this.#unknown = false
    await this.#remember(paired)
    this.#sending.wake()
  }

  async #revoke(): Promise<void> {
    if (this.#paired && !this.#paired.revoked) await this.#remember({ ...this.#paired, revoked: true })
  }

  async #remember(paired: Paired): Promise<void> {
    this.#paired = paired
    keepSpare(paired)
    await this.#store.pair(paired, null).catch(() => undefined)
    this.#refresh()
  }
}
