import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES, type Lang } from '../i18n/languages.ts'
import { LEVELS, type Level } from '../responses/survey-response.ts'
import { facePath } from '../ui/face-paths.ts'
import { drawing, element } from './elements.client.ts'
import type { KioskSettings, Texts } from './kiosk-api.ts'
import { filled, frameTexts, langOfName, tabletTexts, writtenShare } from './tablet-texts.ts'

const SHORT_NAMES: Record<Lang, string> = { vi: 'VI', en: 'EN', zh: '中文' }

/** A level's face, as everywhere (ui/face.tsx). */
export function face(level: Level, className = `face f${level}`): SVGElement {
  const pen = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linecap': 'round' }
  return drawing({ class: className, viewBox: '0 0 24 24', ...pen }, [
    ['circle', { cx: 12, cy: 12, r: 11 }],
    ['path', { d: facePath(level) }],
  ])
}

export function languageSwitch(lang: Lang, choose: (lang: Lang) => void): HTMLElement {
  const buttons = LANGUAGES.map((other) => {
    const label =
      SHORT_NAMES[other] === LANGUAGE_NAMES[other] ? null : `${SHORT_NAMES[other]} ${LANGUAGE_NAMES[other]}`
    const state = { 'aria-pressed': String(other === lang), 'aria-label': label, lang: HTML_LANG[other] }
    return element('button', { type: 'button', ...state }, [SHORT_NAMES[other]], {
      click: () => choose(other),
    })
  })
  return element('nav', { class: 'languages', 'aria-label': frameTexts(lang).languages }, buttons)
}

const name = (texts: Texts, lang: Lang, tag: 'span' | 'strong' = 'span') =>
  element(tag, { lang: langOfName(texts, lang) }, [texts[lang]])

/** Whose counter this is, with the languages beside it. */
export function top(settings: KioskSettings | null, lang: Lang, choose: (lang: Lang) => void): HTMLElement {
  const place = settings && [name(settings.office, lang), name(settings.counter, lang, 'strong')]
  return element('header', {}, [
    element('p', { class: 'place' }, place ?? [frameTexts(lang).name]),
    languageSwitch(lang, choose),
  ])
}

/** Five buttons in a row, the best level first, each a face over its word. */
export function faces(settings: KioskSettings, lang: Lang, tap: (level: Level) => void): HTMLElement {
  const words = frameTexts(lang)
  const buttons = LEVELS.map((level) => {
    const word = settings.levels[level][lang]
    const label = filled(words.levelOf, { word, level })
    return element(
      'button',
      { type: 'button', 'aria-label': label, value: level },
      [face(level), element('span', {}, [word])],
      { click: () => tap(level) },
    )
  })
  return element('div', { class: 'faces', role: 'group', 'aria-labelledby': 'question' }, buttons)
}

/** The placard's number, what is published, and the way to one's own phone. */
export function bottom(settings: KioskSettings, lang: Lang, middle: readonly HTMLElement[]): HTMLElement {
  const t = tabletTexts[lang]
  const { placard_number: number, share } = settings
  return element('footer', {}, [
    element('div', { class: 'facts' }, [
      number !== null && element('p', {}, [filled(t.placard, { number: String(number).padStart(4, '0') })]),
      share && element('p', {}, [writtenShare(lang, share)]),
    ]),
    element('div', { class: 'listen' }, middle),
    phone(settings, lang),
  ])
}

/** The QR that leads to this counter's page on one's own phone. */
export function phone({ phone }: KioskSettings, lang: Lang): HTMLElement | null {
  if (!phone) return null
  const { size, path } = phone.qr
  const t = tabletTexts[lang]
  const quiet = 4
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`
  const ground = { x: -quiet, y: -quiet, width: size + 2 * quiet, height: size + 2 * quiet, fill: '#fff' }
  return element('figure', { class: 'phone' }, [
    element('figcaption', {}, [element('strong', {}, [t.phone]), element('span', {}, [t.phoneHint])]),
    drawing({ class: 'qr', viewBox: box, 'shape-rendering': 'crispEdges' }, [
      ['rect', ground],
      ['path', { d: path, fill: '#1b1f24' }],
    ]),
  ])
}

/** What staff and citizens must know as long as it lasts. */
export const banner = (
  text: string,
  kind: 'bad' | 'quiet',
  children: readonly HTMLElement[] = [],
): HTMLElement =>
  element('div', { class: `banner ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, [
    element('p', {}, [text]),
    ...children,
  ])
