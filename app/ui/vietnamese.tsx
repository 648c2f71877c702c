import type { Lang } from '#app/i18n/languages.ts'

/** A name that is Vietnamese on a page of any language. */
export function Vietnamese({ lang, children }: { lang: Lang; children: string }) {
  return lang === 'vi' ? children : <span lang="vi">{children}</span>
}
