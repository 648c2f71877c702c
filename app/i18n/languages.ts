/** The languages of every page; `zh` is Chinese in simplified characters. */
export const LANGUAGES = ['vi', 'en', 'zh'] as const
export type Lang = (typeof LANGUAGES)[number]

/** The value of the `lang` attribute in HTML. */
export const HTML_LANG: Record<Lang, string> = { vi: 'vi', en: 'en', zh: 'zh-Hans' }

/** What a language calls itself in a switch. */
export const LANGUAGE_NAMES: Record<Lang, string> = { vi: 'Tiếng Việt', en: 'English', zh: '中文' }

export const LANGUAGE_COOKIE = 'hl_lang'

/** The language a tag such as `zh-CN` asks for, if it is one of ours. */
export function readLang(tag: string | null | undefined): Lang | null {
  const primary = (tag ?? '').trim().toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((lang) => lang === primary) ?? null
}

/** The visitor's language by Accept-Language, Vietnamese when none of ours is asked for. */
export function preferredLang(acceptLanguage: string | null): Lang {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag, ...parameters] = part.split(';')
      const quality = Number(parameters.find((p) => p.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { lang: readLang(tag), quality: Number.isNaN(quality) ? 0 : quality }
    })
    .filter((choice) => choice.lang && choice.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted[0]?.lang ?? 'vi'
}
