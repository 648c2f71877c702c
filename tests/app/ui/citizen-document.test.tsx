import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HTML_LANG, LANGUAGES } from '#app/i18n/languages.ts'
import { CitizenFrame, InVietnamese, OfficeInText, renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { CITIZEN_STYLE_HASH } from '#app/ui/citizen-style.server.ts'

const page = renderCitizenPage({ lang: 'vi', title: 'Đánh giá', children: <main>Xin chào</main> })
const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''

test.each(LANGUAGES)('a page in %s says its language, its characters and its width', (lang) => {
  const html = renderCitizenPage({ lang, title: 'x', children: <main /> })
  expect(
    html.startsWith(`<!doctype html><html lang="${HTML_LANG[lang]}"><head><meta charSet="utf-8"/>`),
  ).toBe(true)
  expect(html).toContain('<meta name="viewport" content="width=device-width,initial-scale=1"/>')
})

test('zooming is never forbidden', () => {
  expect(page).not.toMatch(/user-scalable|maximum-scale/)
})

test('the one style stands inside, and the hash for the policy is of exactly its text', () => {
  expect(page.match(/<style/g)).toHaveLength(1)
  expect(styleOf(page).length).toBeGreaterThan(500)
  expect(createHash('sha256').update(styleOf(page)).digest('base64')).toBe(CITIZEN_STYLE_HASH)
})

test('nothing is fetched: no script, no sheet, no font, no picture, and an empty icon', () => {
  expect(page).toContain('<link rel="icon" href="data:,"/>')
  expect(page.match(/<link/g)).toHaveLength(1)
  expect(page).not.toMatch(/<script|\ssrc=|https?:|url\(|@import|@font-face/i)
})

test('the style keeps marks unclipped: no line height under 1.5, nothing cut off', () => {
  const heights = [...styleOf(page).matchAll(/(?:line-height:\s*|font:[^;]*\/\s*)([\d.]+)/g)].map((m) =>
    Number(m[1]),
  )
  expect(heights.length).toBeGreaterThan(0)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(1.5)
  expect(styleOf(page)).not.toMatch(/overflow:\s*hidden|text-overflow|outline:\s*(0|none)/)
})

test('the focus of look.md is there: an outline and a halo', () => {
  const rule = /:focus-visible\s*\{([^}]*)\}/.exec(styleOf(page))?.[1]
  expect(rule).toMatch(/outline:\s*3px solid var\(--ink\)/)
  expect(rule).toMatch(/box-shadow:\s*0 0 0 6px #ffb703/)
})

test('a title cannot break out of its element', () => {
  const html = renderCitizenPage({ lang: 'vi', title: '</title><script>x()</script>', children: <main /> })
  expect(html).not.toContain('<script>')
  expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt;</title>')
})

test('the switch names each language in itself and marks the one in use', () => {
  const html = renderToStaticMarkup(<CitizenFrame lang="en">{null}</CitizenFrame>)
  expect(html).toContain('<nav aria-label="Languages">')
  expect(html).toContain('<a href="?lang=vi" lang="vi" aria-label="VI Tiếng Việt">VI</a>')
  expect(html).toContain('<a href="?lang=en" lang="en" aria-label="EN English" aria-current="true">EN</a>')
  expect(html).toContain('<a href="?lang=zh" lang="zh-Hans">中文</a>')
})

test('a code typed so far survives the switch, whatever is in it', () => {
  const kept = (code: string) => {
    const html = renderToStaticMarkup(
      <CitizenFrame lang="vi" code={code}>
        {null}
      </CitizenFrame>,
    )
    const href = /href="(\?lang=en[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    return new URLSearchParams(href).get('code')
  }
  expect(kept('K7Q2 9FHX')).toBe('K7Q2 9FHX')
  expect(kept('"><b>&lang=zh#')).toBe('"><b>&lang=zh#')
  expect(kept('')).toBeNull()
  expect(kept(`${'x'.repeat(63)}😀`)).toHaveLength(64)
})

test('the city stands at the top, or the name of the product with its way home', () => {
  const top = (city?: string) =>
    renderToStaticMarkup(
      <CitizenFrame lang="zh" city={city}>
        {null}
      </CitizenFrame>,
    )
  expect(top('UBND TP. Lạng Sơn')).toContain('<header><b lang="vi">UBND TP. Lạng Sơn</b>')
  expect(top('<i>')).toContain('<b lang="vi">&lt;i&gt;</b>')
  expect(top()).toContain('href="/">Hài Lòng</a>')
})

test('a Vietnamese name is marked as such only where the page is in another language', () => {
  const name = (lang: 'vi' | 'en') => renderToStaticMarkup(<InVietnamese lang={lang}>Quầy 2</InVietnamese>)
  expect(name('vi')).toBe('<b>Quầy 2</b>')
  expect(name('en')).toBe('<b lang="vi">Quầy 2</b>')
})

test('an office stands in its sentence as a name, never as markup or as another text', () => {
  const sentence = (name: string) =>
    renderToStaticMarkup(<OfficeInText lang="en" name={name} say={(office) => `It counts for ${office}.`} />)
  expect(sentence('Phường Tam Thanh')).toBe('It counts for <b lang="vi">Phường Tam Thanh</b>.')
  expect(sentence('<img src=x> $t(frame:name) {{x}}')).toBe(
    'It counts for <b lang="vi">&lt;img src=x&gt; $t(frame:name) {{x}}</b>.',
  )
})
