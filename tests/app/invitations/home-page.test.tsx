import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { HomePage, type HomePageProps } from '#app/invitations/home-page.tsx'

const drawn = (props: Partial<HomePageProps> = {}) => renderToStaticMarkup(<HomePage lang="vi" {...props} />)

test.each(LANGUAGES)('in %s: what this is in three sentences, and a place for a code', (lang) => {
  const html = drawn({ lang })
  const about = html.slice(html.indexOf('<h1>'), html.indexOf('<form'))
  expect(about.match(/<p>[^<]+<\/p>/g)).toHaveLength(3)
  expect(html).toContain('<form action="/" class="card">')
  expect(html.match(/<form/g)).toHaveLength(1)
  expect(html).not.toMatch(/<script|style=|https?:|\{\{/)
})

test('the field takes a code as it is printed, without a keyboard that corrects it', () => {
  const input = /<input[^>]*>/.exec(drawn())?.[0] ?? ''
  for (const attribute of [
    'name="code"',
    'autoComplete="off"',
    'autoCapitalize="characters"',
    'spellCheck="false"',
    'inputMode="text"',
  ]) {
    expect(input.toLowerCase()).toContain(attribute.toLowerCase())
  }
  expect(drawn()).toContain('<label class="question" for="code">')
})

test('a wrong code stays in the field, and its message belongs to the field', () => {
  const html = drawn({ typed: 'k7q2 9fhh', problem: true })
  expect(html).toContain('Mã này chưa đúng. Xin so từng nhóm bốn ký tự với mã đã in.')
  expect(html).toContain('value="k7q2 9fhh"')
  expect(html).toContain('aria-describedby="code-wrong code-hint" aria-invalid="true"')
  expect(html).toContain('href="?lang=en&amp;code=k7q2%209fhh"')
})

test('an empty code is asked for, and nothing is wrong before anything was sent', () => {
  expect(drawn({ typed: '  ', problem: true })).toContain('Xin nhập mã.')
  expect(drawn()).not.toMatch(/role="alert"|aria-invalid/)
})

test('a hostile code is shown, never obeyed', () => {
  const html = drawn({ typed: `"><script>alert(1)</script>`, problem: true })
  expect(html).not.toContain('<script')
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
})
