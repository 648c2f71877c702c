import { writtenDay } from '../calendar/day.ts'
import { frame as enFrame } from '../i18n/en/frame.ts'
import { tablet as en } from '../i18n/en/tablet.ts'
import { HTML_LANG, type Lang } from '../i18n/languages.ts'
import { formatCount, formatPercent } from '../i18n/numbers.ts'
import type { Same } from '../i18n/texts.ts'
import { frame as viFrame } from '../i18n/vi/frame.ts'
import { tablet as vi } from '../i18n/vi/tablet.ts'
import { frame as zhFrame } from '../i18n/zh/frame.ts'
import { tablet as zh } from '../i18n/zh/tablet.ts'
import type { KioskSettings, Texts } from './kiosk-api.ts'

/** The tablet's texts as plain words: it switches language by a tap, offline, and needs no i18next for it. */
export const tabletTexts: Record<Lang, Same<typeof vi>> = { vi, en, zh }

const frames = { vi: viFrame, en: enFrame, zh: zhFrame }

/** The words around every page that the tablet says too. */
export const frameTexts = (lang: Lang): Same<typeof viFrame> => frames[lang]

/** The text with its `{{names}}` filled in. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The `lang` of a name that is in Vietnamese among words in another language. */
export const langOfName = (name: Texts, lang: Lang): string | null =>
  lang !== 'vi' && name[lang] === name.vi ? HTML_LANG.vi : null

/** What the public may read of this office, in one line. */
export function writtenShare(lang: Lang, share: NonNullable<KioskSettings['share']>): string {
  return filled(tabletTexts[lang].share, {
    share: formatPercent(lang, share.satisfied),
    n: formatCount(lang, share.ratings),
    from: writtenDay(share.from),
    to: writtenDay(share.to),
  })
}
