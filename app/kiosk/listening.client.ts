import type { Lang } from '../i18n/languages.ts'
import { element } from './elements.client.ts'
import type { KioskSettings } from './kiosk-api.ts'
import { beSilent, canSpeak, play, type Recording, speak } from './read-aloud.client.ts'
import { tabletTexts } from './tablet-texts.ts'

/** The buttons that read the question aloud: this browser's voice, and recordings where the city has put some. */
export function listening(settings: KioskSettings, lang: Lang): HTMLElement[] {
  const t = tabletTexts[lang]
  const said = element('p', { class: 'said', role: 'status' })
  const voice =
    canSpeak() &&
    listenButton(t.readAloud, t.stopReading, (ended) => {
      const heard = speak(spokenText(settings, lang), lang, ended)
      said.textContent = heard ? '' : t.noVoice
      return heard
    })
  const recorded = recordings().map(({ name, address }) =>
    listenButton(t.listenIn[name], t.stopReading, (ended) => {
      play(address, ended)
      return true
    }),
  )
  return [...(voice ? [voice] : []), ...recorded, said]
}

/** Starts reading, and stops it when it is pressed again. */
function listenButton(start: string, stop: string, begin: (ended: () => void) => boolean): HTMLElement {
  let on = false
  const rest = () => {
    on = false
    button.textContent = start
  }
  const press = () => {
    if (on) {
      beSilent()
      return rest()
    }
    if (!begin(rest)) return
    on = true
    button.textContent = stop
  }
  const button = element('button', { type: 'button' }, [start], { click: press })
  return button
}

function spokenText(settings: KioskSettings, lang: Lang): string {
  const words = [5, 4, 3, 2, 1].map((level) => settings.levels[level as 1][lang])
  const pause = lang === 'zh' ? '，' : ', '
  const stop = lang === 'zh' ? '。' : '. '
  return [settings.question[lang], words.join(pause), tabletTexts[lang].spokenAnswers].join(stop)
}

/** Named by the build in the shell's head: `<meta name="kiosk-recording-tay" content="/kiosk/tay-….mp3">`. */
function recordings(): { name: Recording; address: string }[] {
  return (['tay', 'nung'] as const).flatMap((name) => {
    const address = document.querySelector<HTMLMetaElement>(`meta[name=kiosk-recording-${name}]`)?.content
    return address ? [{ name, address }] : []
  })
}
