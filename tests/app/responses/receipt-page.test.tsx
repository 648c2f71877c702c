import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ReceiptPage, type ReceiptPageProps } from '#app/responses/receipt-page.tsx'
import { LEVELS, LONGEST_COMMENT } from '#app/responses/survey-response.ts'

const own: ReceiptPageProps = {
  lang: 'vi',
  cityName: 'UBND TP. Lạng Sơn',
  officeName: 'Phường Tam Thanh',
  receipt: 'K7Q29FHXM3TD',
  level: 2,
  changeableUntil: '29/11/2026',
  changeable: true,
  superseded: false,
  respondent: 'unstated',
  questions: [
    {
      id: 'reasons',
      kind: 'several',
      text: 'Điều gì khiến Ông/Bà chọn mức này?',
      options: [
        { id: 'time', text: 'Thời gian giải quyết' },
        { id: 'visits', text: 'Số lần phải đi lại' },
      ],
    },
  ],
  answers: {},
  comment: '',
}
const drawn = (props: Partial<ReceiptPageProps> = {}) =>
  renderToStaticMarkup(<ReceiptPage {...own} {...props} />)
const forms = (html: string) => [...html.matchAll(/<form[^>]*>.*?<\/form>/g)].map((m) => m[0])
const formWith = (html: string, field: string) =>
  forms(html).find((form) => form.includes(`name="${field}"`)) ?? ''
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

test('thanks, the level in words, that it counts, until when, and the code to keep', () => {
  const said = text(drawn())
  expect(said).toContain('Cảm ơn Ông/Bà')
  expect(said).toContain('Đã ghi nhận: Không hài lòng')
  expect(said).toContain('Đánh giá này được tính vào kết quả của Phường Tam Thanh')
  expect(said).toContain('đến ngày 29/11/2026; lần trả lời cuối cùng được tính')
  expect(said).toContain('K7Q2-9FHX-M3TD')
})

test.each(LANGUAGES)('every form in %s posts to the page itself and can be sent alone', (lang) => {
  const all = forms(drawn({ lang }))
  expect(all).toHaveLength(4)
  for (const form of all) {
    expect(form).toMatch(/^<form method="post"/)
    expect(form).not.toContain('action=')
    expect(form).toContain('type="submit"')
  }
  const fields = all.map((form) => [...new Set([...form.matchAll(/ name="([^"]+)"/g)].map((m) => m[1]))])
  expect(fields).toEqual([['level'], ['answers[reasons]'], ['respondent'], ['comment']])
})

test('the level changes behind one fold, five buttons, without a script', () => {
  const html = drawn()
  const details = /<details>.*?<\/details>/.exec(html)?.[0] ?? ''
  expect(details).toContain('<u>Đổi lại</u>')
  expect([...details.matchAll(/name="level" value="(\d)"/g)].map((m) => m[1])).toEqual([
    '5',
    '4',
    '3',
    '2',
    '1',
  ])
  expect(details).toMatch(/value="2" aria-label="[^"]+" aria-current="true"/)
  expect(html).not.toContain('<script')
})

test('an empty mark goes with the reasons, so that unticking all of them is sent too', () => {
  const form = formWith(drawn({ answers: { reasons: ['visits', 'gone'] } }), 'answers[reasons]')
  expect(form.indexOf('<input type="hidden" name="answers[reasons]" value=""/>')).toBeGreaterThan(0)
  expect([...form.matchAll(/type="checkbox"[^>]*value="(\w+)"[^>]*>/g)].map((m) => m[1])).toEqual([
    'time',
    'visits',
  ])
  expect(
    [...form.matchAll(/checked="" value="(\w+)"|value="(\w+)" checked=""/g)].map((m) => m[1] ?? m[2]),
  ).toEqual(['visits'])
})

test('nobody is put down as a citizen or a business before saying so', () => {
  expect(formWith(drawn(), 'respondent')).not.toContain('checked')
  const form = formWith(drawn({ respondent: 'business' }), 'respondent')
  expect(form.match(/checked=""/g)).toHaveLength(1)
  expect(form).toMatch(/<input[^>]*(checked="" value="business"|value="business" checked="")/)
})

test('the comment field holds 2,000 characters, is warned of names, and fits the cap of a form in any script', () => {
  const form = formWith(drawn({ comment: 'Phải đi lại ba lần.' }), 'comment')
  expect(form).toContain(`maxLength="${LONGEST_COMMENT}"`)
  expect(form).toContain('Không ghi họ tên, số điện thoại.')
  expect(form).toContain('>Phải đi lại ba lần.</textarea>')
  expect(form).toMatch(/ enctype="multipart\/form-data"/i)
})

test.each(['level', 'answers', 'respondent', 'comment'] as const)(
  'what was saved is said at its part: %s',
  (part) => {
    const html = drawn({ saved: part })
    expect(html.match(/role="status"/g)).toHaveLength(1)
    const after = html.slice(html.indexOf(`<section id="${part}"`))
    expect(after.indexOf('role="status"')).toBeGreaterThan(0)
    expect(after.indexOf('role="status"')).toBeLessThan(after.indexOf('<form'))
    expect(drawn()).not.toContain('role="status"')
  },
)

test('a comment too long comes back whole, its message at the top and at its field', () => {
  const long = 'dài '.repeat(600)
  const html = drawn({ problem: { field: 'comment', key: 'commentTooLong' }, typed: { comment: long } })
  expect(html).toMatch(/role="alert"><a href="#comment">Góp ý dài quá 2.000 ký tự/)
  const form = formWith(html, 'comment')
  expect(form).toContain(`>${long}</textarea>`)
  expect(form).toContain('aria-describedby="comment-wrong comment-hint" aria-invalid="true"')
  expect(form).toMatch(/<p id="comment-wrong"[^>]*>Góp ý dài quá/)
  expect(drawn()).not.toContain('aria-invalid')
})

test('a missing level opens the fold where it is chosen', () => {
  const html = drawn({ problem: { field: 'level', key: 'levelMissing' } })
  expect(html).toContain('<details open="">')
  expect(html).toContain('<a href="#level">Xin chọn một trong năm mức.</a>')
})

test('when the days are over all is shown, nothing can be sent, and the page says why', () => {
  const html = drawn({
    changeable: false,
    respondent: 'business',
    answers: { reasons: ['visits'] },
    comment: 'Dòng một\nDòng hai',
  })
  expect(forms(html)).toHaveLength(0)
  expect(html).not.toMatch(/<button|<input|<textarea|<details/)
  const said = text(html)
  expect(said).toContain('Thời hạn đổi đã hết vào ngày 29/11/2026. Đánh giá vẫn được tính')
  expect(said).toContain('Số lần phải đi lại')
  expect(said).not.toContain('Thời gian giải quyết')
  expect(said).toContain('Doanh nghiệp, tổ chức')
  expect(html).toContain('Dòng một\nDòng hai</dd>')
  expect(text(drawn({ changeable: false })).match(/Không trả lời/g)).toHaveLength(3)
})

test.each(LANGUAGES)('a superseded receipt in %s shows nothing of any answer and no form', (lang) => {
  const html = drawn({
    lang,
    superseded: true,
    respondent: 'business',
    answers: { reasons: ['visits'] },
    comment: 'Bí mật',
    saved: 'comment',
  })
  expect(html).not.toMatch(/<form|<button|<svg|<section|Bí mật|Số lần|29\/11\/2026|Phường|K7Q2/)
  expect(drawn({ lang })).toContain(textsIn[lang]('frame:level.2'))
  for (const level of LEVELS) expect(html).not.toContain(textsIn[lang](`frame:level.${level}`))
})

test('a superseded receipt says what its holder can do', () => {
  expect(text(drawn({ superseded: true }))).toContain('xin mở lại đường dẫn hoặc mã QR của hồ sơ')
})

test('without a survey the other questions stand alone', () => {
  expect(forms(drawn({ questions: [] }))).toHaveLength(3)
})

test('hostile texts are shown, never obeyed', () => {
  const hostile = `</textarea><script>alert(1)</script>"'&{{day}}$t(frame:name)`
  const shown = '&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;{{day}}$t(frame:name)'
  const open = drawn({ comment: hostile, officeName: hostile, cityName: hostile })
  const closed = drawn({ comment: hostile, changeable: false })
  for (const html of [open, closed]) {
    expect(html).not.toContain('<script')
    expect(html).toContain(shown)
  }
  expect(open.split(shown)).toHaveLength(4)
})

test('names of offices are Vietnamese on every page', () => {
  expect(drawn({ lang: 'en' })).toContain('figures of <b lang="vi">Phường Tam Thanh</b>.')
  expect(drawn()).toContain('kết quả của <b>Phường Tam Thanh</b>.')
})

test('every label, hint and fold has what it points to, and ids stand once', () => {
  for (const html of [drawn(), drawn({ problem: { field: 'comment', key: 'commentTooLong' } })]) {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...html.matchAll(/ (?:for|aria-describedby)="([^"]+)"/g)].flatMap((m) => m[1]?.split(' '))
    for (const id of wanted) expect(ids).toContain(id)
  }
})
