import type { ReactNode } from 'react'
import type { Viewer } from '#app/auth/viewer.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'

export interface PrintFrameProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
}

const PAGES = [
  { place: 'print', text: 'print:page.placards' },
  { place: 'printAgain', text: 'print:page.reprint' },
  { place: 'printSlips', text: 'print:page.slips' },
] as const

interface Props extends PrintFrameProps {
  title: string
  place?: (typeof PAGES)[number]['place']
  asked?: Record<string, string>
  children: ReactNode
}

/** What stands around the printing pages: the desk, and the three things one can print. */
export function PrintFrame({ lang, viewer, title, place, asked = {}, children }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="print" asked={asked}>
      <div className="print-page">
        <nav className="print-pages" aria-label={t('print:page.menu')}>
          {PAGES.map((page) => (
            <a
              key={page.place}
              href={patterns[page.place]}
              aria-current={page.place === place ? 'page' : undefined}
            >
              {t(page.text)}
            </a>
          ))}
        </nav>
        <h1>{title}</h1>
        {children}
      </div>
    </DeskFrame>
  )
}
