import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SignInPage } from '#app/auth/sign-in-page.tsx'
import { LANGUAGES } from '#app/i18n/languages.ts'

const page = (props: Partial<Parameters<typeof SignInPage>[0]>) =>
  renderToStaticMarkup(<SignInPage lang="vi" next={null} refused={null} provider={false} {...props} />)

test('the form posts e-mail and password, names its fields for a password manager, and shows nobody', () => {
  const html = page({})
  expect(html).toContain('<form method="post" action="/dang-nhap">')
  expect(html).toMatch(
    /<label for="email">Thư điện tử<\/label><input [^>]*type="email"[^>]*autoComplete="username"/i,
  )
  expect(html).toMatch(/type="password"[^>]*autoComplete="current-password"/i)
  expect(html).not.toMatch(/name="next"|role="alert"|\/dang-xuat|\/van-phong/)
})

test('where to go on to travels with the form and with a change of language', () => {
  const html = page({ next: '/van-phong?from=a&to=b' })
  // The address too: after a wrong password the page is drawn for it.
  expect(html).toContain('action="/dang-nhap?next=%2Fvan-phong%3Ffrom%3Da%26to%3Db"')
  expect(html).toContain('<input type="hidden" name="next" value="/van-phong?from=a&amp;to=b"/>')
  expect(html).toContain('href="?next=%2Fvan-phong%3Ffrom%3Da%26to%3Db&amp;lang=en"')
})

test('a refusal keeps the e-mail, never the password, and says one thing', () => {
  const html = page({ refused: { kind: 'refused', email: '"><b>lan@example.vn' } })
  expect(html).toContain('value="&quot;&gt;&lt;b&gt;lan@example.vn"')
  expect(html).toContain('role="alert"')
  expect(html).toContain('Thư điện tử hoặc mật khẩu chưa đúng')
  expect(html).not.toMatch(/type="password"[^>]*value=/)
})

test('after too many guesses it says in whole minutes when to come back', () => {
  expect(page({ refused: { kind: 'too_many', email: '', retryAfter: 61 } })).toContain('sau 2 phút')
})

test.each(LANGUAGES)('in %s there is a heading and no style attribute', (lang) => {
  const html = page({ lang, refused: { kind: 'refused', email: '' } })
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).not.toMatch(/ style="|<script/)
})
