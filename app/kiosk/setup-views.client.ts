import type { Lang } from '../i18n/languages.ts'
import { element } from './elements.client.ts'
import { top } from './screen-parts.client.ts'
import type { PairRefusal } from './server-calls.client.ts'
import { filled, tabletTexts } from './tablet-texts.ts'

export interface Pairing {
  lang: Lang
  choose(lang: Lang): void
  /** How many entries wait from before. */
  waiting: number
  /** Pairs with the code typed; answers why not, or null when it is done. */
  pair(code: string): Promise<PairRefusal | 'broken' | null>
  /** Where there is a way back to the screen. */
  back?: (() => void) | undefined
}

/** One field for the short code. */
export function pairingView(pairing: Pairing): HTMLElement[] {
  const t = tabletTexts[pairing.lang].pairing
  const field = {
    id: 'code',
    name: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    enterkeyhint: 'done',
    maxlength: 20,
    'aria-describedby': 'code-problem',
  }
  const input = element('input', field)
  const problem = element('p', { id: 'code-problem', class: 'problem', role: 'alert' })
  const button = element('button', { class: 'action' }, [t.pair])
  const submit = async (event: Event) => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    const code = input.value.trim()
    if (code === '') return say(t.empty)
    button.setAttribute('aria-disabled', 'true')
    say('')
    button.textContent = t.waiting
    const refusal = await pairing.pair(code)
    button.removeAttribute('aria-disabled')
    button.textContent = t.pair
    if (refusal) say(t[refusal])
  }
  const say = (text: string) => {
    problem.textContent = text
    if (text === '') return input.removeAttribute('aria-invalid')
    input.setAttribute('aria-invalid', 'true')
    input.focus()
  }
  const back = pairing.back
  return [
    top(null, pairing.lang, pairing.choose),
    element('main', { class: 'notice' }, [
      element('h1', { tabindex: -1 }, [t.title]),
      element('p', {}, [t.text]),
      pairing.waiting > 0 && element('p', {}, [filled(t.kept, { n: pairing.waiting })]),
      element(
        'form',
        {},
        [
          element('label', { for: 'code' }, [t.code]),
          input,
          problem,
          element('div', { class: 'end' }, [
            button,
            back && element('button', { type: 'button' }, [t.back], { click: back }),
          ]),
        ],
        { submit: (event) => void submit(event) },
      ),
    ]),
  ]
}

/** The credential was taken back: nothing is taken any more; what waits is kept for who pairs it again. */
export function revokedView(lang: Lang, waiting: number, choose: (lang: Lang) => void, again: () => void) {
  const t = tabletTexts[lang]
  return [
    top(null, lang, choose),
    element('main', { class: 'notice' }, [
      element('h1', { tabindex: -1 }, [t.revoked.title]),
      element('p', {}, [t.revoked.text]),
      waiting > 0 && element('p', {}, [filled(t.pairing.kept, { n: waiting })]),
      element('div', { class: 'end' }, [
        element('button', { type: 'button' }, [t.revoked.again], { click: again }),
      ]),
    ]),
  ]
}
