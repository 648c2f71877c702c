import { Fragment } from 'react'
import type { Lang } from '../i18n/languages.ts'
import { maskWord } from './exported-comments.ts'
import type { MaskedPart } from './personal-data.ts'

/** What was written, and what stands where something was masked. */
export function MaskedWords({ lang, parts }: { lang: Lang; parts: readonly MaskedPart[] }) {
  return (
    <>
      {parts.map((part, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
        if ('text' in part) return <Fragment key={at}>{part.text}</Fragment>
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
          <span key={at} className="masked" lang={lang}>
            {maskWord(lang, part)}
          </span>
        )
      })}
    </>
  )
}
