import { HTML_LANG, type Lang } from '../i18n/languages.ts'

/** What a language's voices are called: Chinese ones say zh-CN, never zh-Hans. */
const VOICES: Record<Lang, RegExp> = { vi: /^vi\b/i, en: /^en\b/i, zh: /^(zh|cmn)\b/i }

let playing: HTMLAudioElement | null = null

/** Languages that no browser speaks: a recording each, in the shell where the city has put one (public/kiosk). */
export type Recording = 'tay' | 'nung'

export const canSpeak = (): boolean => 'speechSynthesis' in window

/** Reads a text aloud; `ended` is told when it is over. False when this tablet has no voice for the language. */
export function speak(text: string, lang: Lang, ended: () => void): boolean {
  beSilent()
  const voice = speechSynthesis.getVoices().find((one) => VOICES[lang].test(one.lang))
  if (!voice) return false
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = HTML_LANG[lang]
  utterance.rate = 0.9
  utterance.addEventListener('end', ended)
  utterance.addEventListener('error', ended)
  speechSynthesis.speak(utterance)
  return true
}

export function play(address: string, ended: () => void): void {
  beSilent()
  playing = new Audio(address)
  playing.addEventListener('ended', ended)
  playing.addEventListener('error', ended)
  void playing.play().catch(ended)
}

export function beSilent(): void {
  if (canSpeak()) speechSynthesis.cancel()
  playing?.pause()
  playing = null
}
