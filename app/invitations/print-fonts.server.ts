import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const vietnamese = (name: string) =>
  resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`)
const chinese = (name: string) => resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`)

/** The files of the printed typefaces; a document embeds only the glyphs that it shows. */
export const FONT_FILES = {
  regular: vietnamese('400Regular'),
  semibold: vietnamese('600SemiBold'),
  bold: vietnamese('700Bold'),
  chinese: chinese('400Regular'),
} as const

export type Font = keyof typeof FONT_FILES
