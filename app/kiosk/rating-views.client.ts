import type { Level } from '../responses/survey-response.ts'
import { LEVELS } from '../responses/survey-response.ts'
import { element } from './elements.client.ts'
import type { KioskSettings } from './kiosk-api.ts'
import { face, faces, phone } from './screen-parts.client.ts'
import { filled, tabletTexts } from './tablet-texts.ts'
import type { Visit } from './visit.ts'

/** What a view may do; each a step of the visit. */
export interface Doing {
  tap(level: Level): void
  reason(id: string): void
  stay(): void
  leave(): void
}

export function questionView(settings: KioskSettings, { lang }: Visit, doing: Doing): HTMLElement {
  return element('main', { class: 'question' }, [
    element('h1', { id: 'question', tabindex: -1 }, [settings.question[lang]]),
    faces(settings, lang, doing.tap),
    element('p', { class: 'under' }, [tabletTexts[lang].privacy]),
    element('p', { class: 'under soon', role: 'status' }),
  ])
}

/** Thanks, with the chosen face among the faded ones; below it reasons, for who likes to tick some. */
export function thanksView(settings: KioskSettings, visit: Visit, doing: Doing): HTMLElement {
  const { lang, level } = visit
  const t = tabletTexts[lang]
  const row = LEVELS.map((one) => face(one, one === level ? `face f${one}` : 'face faded'))
  const word = level === null ? '' : settings.levels[level][lang]
  return element('main', { class: 'thanks' }, [
    element('div', { class: 'chosen' }, [
      element('div', { class: 'row', 'aria-hidden': 'true' }, row),
      element('h1', { tabindex: -1 }, [t.thanks]),
      element('p', {}, [filled(t.chosen, { word })]),
    ]),
    settings.reasons && reasonsOf(settings.reasons, visit, doing),
    element('div', { class: 'end' }, [
      element('button', { type: 'button', class: 'action' }, [t.done], { click: doing.leave }),
      element('progress', { class: 'running', max: 1, value: 1, 'aria-hidden': 'true' }),
    ]),
  ])
}

function reasonsOf(
  { question, options }: NonNullable<KioskSettings['reasons']>,
  { lang, reasons }: Visit,
  doing: Doing,
): HTMLElement {
  const t = tabletTexts[lang]
  const buttons = options.map(({ id, text }) => {
    const button = element(
      'button',
      { type: 'button', 'aria-pressed': String(reasons.includes(id)) },
      [text[lang]],
      {
        click: () => {
          button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
          doing.reason(id)
        },
      },
    )
    return button
  })
  return element('section', { class: 'reasons', 'aria-labelledby': 'reasons' }, [
    element('h2', { id: 'reasons' }, [question[lang]]),
    element('p', { class: 'hint' }, [t.reasonsHint]),
    element('div', { class: 'options' }, buttons),
  ])
}

export function failedView(settings: KioskSettings, { lang, kept }: Visit, doing: Doing): HTMLElement {
  const t = tabletTexts[lang].failed
  return element('main', { class: 'notice bad' }, [
    element('h1', { tabindex: -1 }, [t.title]),
    element('p', {}, [kept ? t.kept : t.lost]),
    !kept && phone(settings, lang),
    element('div', { class: 'end' }, [
      element('button', { type: 'button', class: 'action' }, [t.back], { click: doing.leave }),
      element('progress', { class: 'running', max: 1, value: 1, 'aria-hidden': 'true' }),
    ]),
  ])
}

/** Asks whether somebody is still there; `left` is the text that counts down. */
export function warning({ lang }: Visit, doing: Doing): { dialog: HTMLDialogElement; left: HTMLElement } {
  const t = tabletTexts[lang].warning
  const left = element('p')
  const dialog = element('dialog', { role: 'alertdialog', 'aria-labelledby': 'warning' }, [
    element('h2', { id: 'warning' }, [t.title]),
    left,
    element('div', { class: 'end' }, [
      element('button', { type: 'button', class: 'action', autofocus: true }, [t.stay], {
        click: doing.stay,
      }),
      element('button', { type: 'button' }, [t.leave], { click: doing.leave }),
    ]),
  ])
  dialog.addEventListener('cancel', () => doing.stay())
  return { dialog, left }
}
