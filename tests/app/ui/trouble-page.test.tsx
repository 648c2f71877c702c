import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { type Trouble, TroublePage } from '#app/ui/trouble-page.tsx'

const KINDS: Trouble[] = ['not_found', 'fault', 'too_large', 'unavailable', 'forbidden', 'method', 'conflict']

test.each(LANGUAGES)('every trouble in %s has words of its own, one heading and a way home', (lang) => {
  const pages = KINDS.map((kind) => renderToStaticMarkup(<TroublePage lang={lang} kind={kind} />))
  expect(new Set(pages).size).toBe(KINDS.length)
  for (const html of pages) {
    expect(html.match(/<h1>[^<]{4,}<\/h1><p>[^<]{8,}<\/p>/g)).toHaveLength(1)
    expect(html).toContain('class="action" href="/"')
    expect(html).not.toMatch(/\{\{|<script|style=|<form/)
  }
})

test('what could not be stored says so, and that trying again is safe', () => {
  const html = renderToStaticMarkup(<TroublePage lang="vi" kind="unavailable" />)
  expect(html).toContain('Chưa ghi được, xin thử lại')
  expect(html).toContain('Gửi lại không bị tính thành hai lần.')
})

test('a refusal after a form says that nothing was stored', () => {
  for (const kind of ['too_large', 'conflict'] as const) {
    expect(renderToStaticMarkup(<TroublePage lang="vi" kind={kind} />)).toContain('chưa được ghi')
  }
  expect(renderToStaticMarkup(<TroublePage lang="vi" kind="method" />)).toContain('Chưa có gì được ghi')
})

test('a fault is ours, and no inner working is shown', () => {
  const html = renderToStaticMarkup(<TroublePage lang="vi" kind="fault" />)
  expect(html).toContain('không phải do Ông/Bà')
  expect(html).not.toMatch(/Error|SQL|stack|500/)
})
