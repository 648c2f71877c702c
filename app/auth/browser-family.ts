/** In the order they are looked for: browsers name those they descend from. */
const FAMILIES = [
  ['coccoc', /coc_coc_browser\//i],
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['samsung', /SamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
] as const

const SYSTEMS = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\bLinux\b|\bCrOS\b/],
] as const

export type Family = (typeof FAMILIES)[number][0] | 'other'
export type System = (typeof SYSTEMS)[number][0] | 'other'

const named = <Name extends string>(list: readonly (readonly [Name, RegExp])[], text: string) =>
  list.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'

/** Which browser on which system, in two words: enough to know one's own again, too little to follow anybody. */
export function browserFamily(userAgent: string | null): string {
  const text = (userAgent ?? '').slice(0, 1000)
  return `${named(FAMILIES, text)}|${named(SYSTEMS, text)}`
}

/** The two words as they were stored. */
export function readBrowser(stored: string): { family: Family; system: System } {
  const [family, system] = stored.split('|')
  return {
    family: FAMILIES.find(([name]) => name === family)?.[0] ?? 'other',
    system: SYSTEMS.find(([name]) => name === system)?.[0] ?? 'other',
  }
}
