import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { NotUsablePage } from '#app/invitations/not-usable-page.tsx'

const drawn = (typed: string, lang: (typeof LANGUAGES)[number] = 'vi') =>
  renderToStaticMarkup(<NotUsablePage lang={lang} typed={typed} />)
const shown = (typed: string) => /<code class="code">([^<]*)<\/code>/.exec(drawn(typed))?.[1]

test('a code comes back as it would be printed, in groups of four', () => {
  expect(shown('k7q29fhx')).toBe('K7Q2-9FHX')
  expect(shown(' K7Q2 – 9fhx ')).toBe('K7Q2-9FHX')
  expect(shown('0123456789ABCDEFGHJKMNPQRS')).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RS')
})

test('letters that look alike are resolved as on paper, so that only a real difference shows', () => {
  expect(shown('kOlI9fhx')).toBe('K011-9FHX')
})

test('at most 40 characters come back, never half a character', () => {
  expect(shown('A'.repeat(500))?.replaceAll('-', '')).toHaveLength(40)
  const faces = shown('😀'.repeat(60)) ?? ''
  expect(faces.isWellFormed()).toBe(true)
})

test('what cannot be seen does not come back: controls, direction marks, zero-width characters', () => {
  expect(shown('K7\u202eQ2\u200b9F\u0007HX')).toBe('K7Q2-9FHX')
  expect(drawn('\u202e\u0000')).not.toContain('<code')
})

test('nothing typed, nothing to compare', () => {
  expect(drawn('')).not.toContain('Mã đã nhập')
  expect(drawn('')).toContain('name="code"')
})

test('a hostile code is shown, never obeyed', () => {
  const html = drawn(`<script>alert("x")</script>`)
  expect(html).not.toMatch(/<script/i)
  expect(html).toContain('&lt;SCR-1PT&gt;-A1ER-T(&quot;X-&quot;)')
})

test('apart from the code the page is the same for every reason', () => {
  const without = (typed: string) =>
    drawn(typed)
      .replace(/<code[^>]*>[^<]*<\/code>/, '')
      .replace(/&amp;code=[^"]*/g, '')
  expect(without('K7Q29FHX')).toBe(without('0123456789ABCDEFGHJKMNPQRS'))
  expect(without('K7Q29FHX')).toBe(without('<>'))
})

test.each(LANGUAGES)('in %s: why, how to compare, a way to type again, what to do at the counter', (lang) => {
  const html = drawn('K7Q29FHX', lang)
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect(html).toContain('<form action="/" class="card">')
  expect(html).toContain('value=""')
  expect(html.slice(html.indexOf('</form>'))).toMatch(/<p>[^<]{20,}<\/p>/)
  expect(html).not.toMatch(/<script|style=|https?:|\{\{/)
})
