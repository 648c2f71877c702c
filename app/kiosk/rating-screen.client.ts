import { HTML_LANG, type Lang } from '../i18n/languages.ts'
import type { KioskSettings } from './kiosk-api.ts'
import { listening } from './listening.client.ts'
import { type Doing, failedView, questionView, thanksView, warning } from './rating-views.client.ts'
import { beSilent } from './read-aloud.client.ts'
import type { Recorder } from './recorder.client.ts'
import { bottom, top } from './screen-parts.client.ts'
import { filled, tabletTexts } from './tablet-texts.ts'
import {
  FAILED_MS,
  newVisit,
  type Patience,
  patienceOf,
  type Step,
  stepped,
  THANKS_MS,
  takesTap,
  type Visit,
} from './visit.ts'

const TICK_MS = 250

export interface RatingScreen {
  root: HTMLElement
  recorder: Recorder
  settings(): KioskSettings
  /** What stands above everything, if anything must. */
  notices(lang: Lang): HTMLElement[]
  /** Told when nobody is at the screen any more. */
  idle(): void
}

/** One visit after the other: what the screen shows, and what of it is put on record. */
export class RatingVisits {
  readonly #screen: RatingScreen
  #visit: Visit = newVisit(Number.NEGATIVE_INFINITY)
  #timer: ReturnType<typeof setInterval> | undefined
  #rehearsed = false
  #asking: { dialog: HTMLDialogElement; left: HTMLElement } | null = null
  readonly #doing: Doing = {
    tap: (level) => void this.#tap(level),
    reason: (id) => this.#step({ kind: 'reason', id }),
    stay: () => this.#step({ kind: 'touch' }),
    leave: () => this.leave(),
  }

  constructor(screen: RatingScreen) {
    this.#screen = screen
    // Any touch or key says that somebody is there; on a screen as it was found it says nothing yet.
    for (const name of ['pointerdown', 'keydown']) {
      addEventListener(name, () => {
        if (!this.isIdle && this.#visit.view !== 'storing' && !this.#asking) this.#step({ kind: 'touch' })
      })
    }
  }

  /** Nobody has touched anything since the screen was as everybody finds it. */
  get isIdle(): boolean {
    return this.#visit.view === 'question' && this.#visit.touched === null
  }

  /** Ends the visit: its reasons are put on record, everything else is gone. */
  leave(): void {
    const { view, rating, reasons, lang } = this.#visit
    if (view === 'storing') return
    if (rating !== '' && reasons.length > 0) void this.#screen.recorder.reasons(rating, reasons, lang)
    const idle = this.isIdle
    this.#visit = stepped(this.#visit, { kind: 'leave' }, performance.now())
    if (!idle) {
      this.show()
      this.#screen.idle()
    }
  }

  /** Draws the whole screen anew; what is `ready` takes the question's place, and the rest stays. */
  show(ready?: HTMLElement): void {
    clearInterval(this.#timer)
    this.#asking = null
    beSilent()
    const { root } = this.#screen
    const { lang, view } = this.#visit
    const settings = this.#screen.settings()
    // Set anew it would cost a tap the style of everything.
    if (document.documentElement.lang !== HTML_LANG[lang]) document.documentElement.lang = HTML_LANG[lang]
    if (document.title !== tabletTexts[lang].title) document.title = tabletTexts[lang].title
    const choose = (other: Lang) => {
      this.#step({ kind: 'lang', lang: other })
      this.show()
    }
    root.dataset.view = view
    // Not beside thanks: who scans the counter's code then would rate once more.
    const foot = view === 'question' ? [bottom(settings, lang, listening(settings, lang))] : []
    if (ready) {
      root.querySelector('main')?.replaceWith(ready)
      root.querySelector('footer')?.remove()
    } else {
      const notices = this.#screen.notices(lang)
      root.replaceChildren(top(settings, lang, choose), ...notices, this.#main(settings), ...foot)
    }
    afterPaint(() => {
      root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      if (view === 'question') this.#rehearse()
    })
    this.#watch()
  }

  /** Once, before anybody taps: an entry and thanks are made, laid out where nobody sees them, and thrown away. */
  #rehearse(): void {
    if (this.#rehearsed) return
    this.#rehearsed = true
    const { recorder, settings, root } = this.#screen
    recorder.rehearse(this.#visit.lang)
    const thanks = thanksView(settings(), { ...this.#visit, level: 5 }, this.#doing)
    thanks.classList.add('rehearsed')
    root.append(thanks)
    thanks.getBoundingClientRect()
    thanks.remove()
  }

  #main(settings: KioskSettings): HTMLElement {
    const { view } = this.#visit
    if (view === 'thanks') return thanksView(settings, this.#visit, this.#doing)
    if (view === 'failed') return failedView(settings, this.#visit, this.#doing)
    return questionView(settings, this.#visit, this.#doing)
  }

  /** Stores first, thanks after: what is on the screen then is on the disk. */
  async #tap(level: Visit['level']): Promise<void> {
    const now = performance.now()
    if (level === null || this.#visit.view !== 'question') return
    if (!takesTap(this.#visit, now)) return this.#notYet()
    this.#step({ kind: 'tap', level })
    this.#screen.root.dataset.view = 'storing'
    const storing = this.#screen.recorder.rating(level, this.#visit.lang)
    // Made while the disk works, shown when it is done.
    let thanks: HTMLElement | undefined
    const making = setTimeout(() => {
      thanks = thanksView(this.#screen.settings(), this.#visit, this.#doing)
    })
    const { where, id } = await storing
    clearTimeout(making)
    this.#step(
      where === 'stored' ? { kind: 'stored', rating: id } : { kind: 'failed', kept: where === 'ring' },
    )
    this.show(where === 'stored' ? thanks : undefined)
  }

  #notYet(): void {
    const line = this.#screen.root.querySelector('.soon')
    if (line) line.textContent = tabletTexts[this.#visit.lang].notYet
    this.#step({ kind: 'touch' })
  }

  #step(step: Step): void {
    this.#visit = stepped(this.#visit, step, performance.now())
    this.#watch()
  }

  /** Looks at the clock only while somebody is there. */
  #watch(): void {
    clearInterval(this.#timer)
    this.#tick()
    if (!this.isIdle) this.#timer = setInterval(() => this.#tick(), TICK_MS)
  }

  #tick(): void {
    const patience = patienceOf(this.#visit, performance.now())
    if (patience.kind === 'over') this.leave()
    else if (patience.kind === 'warning') this.#ask(patience.leftMs)
    else this.#run(patience)
  }

  /** Nothing to ask: the bar runs out where one does. */
  #run(patience: Patience): void {
    this.#asking?.dialog.remove()
    this.#asking = null
    const bar = this.#screen.root.querySelector<HTMLProgressElement>('.running')
    if (!bar) return
    bar.hidden = patience.kind !== 'running'
    const whole = this.#visit.view === 'thanks' ? THANKS_MS : FAILED_MS
    if (patience.kind === 'running') bar.value = patience.leftMs / whole
  }

  #ask(leftMs: number): void {
    if (!this.#asking) {
      this.#asking = warning(this.#visit, this.#doing)
      this.#screen.root.append(this.#asking.dialog)
      this.#asking.dialog.showModal()
    }
    const text = tabletTexts[this.#visit.lang].warning.text
    this.#asking.left.textContent = filled(text, { seconds: Math.ceil(leftMs / 1_000) })
  }
}

/** A focus set before would have everything laid out twice. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then))
}
