import { brotliCompressSync, gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { RatingPage, type RatingPageProps } from '#app/responses/rating-page.tsx'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'

const SUBMISSION = '0190b6d2-7c3f-7f7e-9c53-1f3f7d3f2a11'
const plain: RatingPageProps = {
  lang: 'vi',
  cityName: 'UBND TP. Lạng Sơn',
  officeName: 'Phường Tam Thanh',
  counterName: 'Quầy 2',
  stage: 'unstated',
  placardNumber: 217,
  countsFor: null,
  submission: SUBMISSION,
}
const drawn = (props: Partial<RatingPageProps> = {}) =>
  renderToStaticMarkup(<RatingPage {...plain} {...props} />)
const document = (props: Partial<RatingPageProps> = {}) =>
  renderCitizenPage({
    lang: props.lang ?? 'vi',
    title: textsIn[props.lang ?? 'vi']('citizen:rate.title', {
      office: props.officeName ?? plain.officeName,
    }),
    children: <RatingPage {...plain} {...props} />,
  })
/** What stands above the form, without its tags. */
const aboveForm = (html: string) =>
  html
    .slice(0, html.indexOf('<form'))
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')

test.each(LANGUAGES)('one form, five submit buttons in order, posting to the same path (%s)', (lang) => {
  const html = drawn({ lang })
  expect(html.match(/<form/g)).toHaveLength(1)
  expect(html).toContain('<form method="post" action="?t" class="levels">')
  expect([...html.matchAll(/name="level" value="(\d)"/g)].map((m) => m[1])).toEqual(['5', '4', '3', '2', '1'])
  expect(html).toContain(`<input type="hidden" name="lang" value="${lang}"/>`)
  expect(html).not.toMatch(/<script|style=|<!--|https?:|\{\{/)
})

test('the submission stands in the markup once', () => {
  for (const lang of LANGUAGES) {
    const html = document({ lang, problem: 'tooMany', chosen: 4 })
    expect(html.split(SUBMISSION)).toHaveLength(2)
    expect(html).toContain(`<input type="hidden" name="submission" value="${SUBMISSION}"/>`)
  }
})

test('the top names city, office, counter and placard', () => {
  expect(aboveForm(drawn())).toContain('Phường Tam Thanh · Quầy 2 · Bảng số 0217')
  expect(aboveForm(drawn())).toContain('UBND TP. Lạng Sơn')
})

test("a dossier's stage is named, and the question of the filing stage is its own", () => {
  const returned = aboveForm(drawn({ stage: 'return', counterName: null, placardNumber: null }))
  expect(returned).toContain('Phường Tam Thanh · Trả kết quả hồ sơ')
  expect(returned).toContain('Ông/Bà hài lòng thế nào với việc giải quyết hồ sơ?')
  expect(returned).not.toMatch(/Quầy|Bảng số|null/)
  const filed = aboveForm(drawn({ stage: 'filing' }))
  expect(filed).toContain('Tiếp nhận hồ sơ')
  expect(filed).toContain('Ông/Bà hài lòng thế nào với việc tiếp nhận hồ sơ?')
})

test('a placard longer than four digits is shown whole', () => {
  expect(aboveForm(drawn({ placardNumber: 12_345 }))).toContain('Bảng số 12345')
})

test('a closed office says for whom the rating counts', () => {
  expect(drawn()).not.toContain('ngừng hoạt động')
  expect(drawn({ countsFor: 'Phường Lương Văn Tri' })).toContain(
    'Đánh giá được tính cho <b>Phường Lương Văn Tri</b>.',
  )
})

test('Vietnamese names are marked as Vietnamese on the other pages', () => {
  const html = drawn({ lang: 'zh', countsFor: 'Phường Lương Văn Tri' })
  for (const name of ['UBND TP. Lạng Sơn', 'Phường Tam Thanh', 'Quầy 2', 'Phường Lương Văn Tri']) {
    expect(html).toMatch(new RegExp(`<(b|span) lang="vi">${name}</`))
  }
  expect(drawn().replace(/<nav.*<\/nav>/, '')).not.toContain('lang="vi"')
})

test('who the rater is stays unasked and is promised', () => {
  expect(drawn()).toContain('<footer>Không hỏi tên. Cán bộ không xem được ai đã đánh giá.</footer>')
  expect(drawn()).not.toMatch(/type="(text|tel|email)"|<textarea/)
})

test('too many from one network: said politely at the top, the tap kept', () => {
  const html = drawn({ problem: 'tooMany', chosen: 1 })
  expect(aboveForm(html)).toContain('Chưa ghi được: mạng này vừa gửi rất nhiều đánh giá.')
  expect(html).toContain('role="alert"')
  expect(html).toContain(
    'value="1" aria-label="Rất không hài lòng, mức 1 trên 5, đang chọn" aria-current="true"',
  )
  expect(html).toContain(`value="${SUBMISSION}"`)
})

test('no level chosen: asked for one, none marked', () => {
  const html = drawn({ problem: 'level' })
  expect(aboveForm(html)).toContain('Xin chọn một trong năm mức dưới đây.')
  expect(html.slice(html.indexOf('<form'))).not.toContain('aria-current')
  expect(drawn()).not.toContain('role="alert"')
})

test('hostile names are shown, never obeyed', () => {
  const hostile = `</p><script>alert(1)</script>"'&$t(frame:name){{lang}}`
  const html = document({ officeName: hostile, counterName: hostile, countsFor: hostile, cityName: hostile })
  expect(html).not.toContain('<script')
  expect(
    html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#x27;&amp;\$t\(frame:name\)\{\{lang\}\}/g),
  ).toHaveLength(5)
})

/** 8,000 bytes is the promise (A7); the headers measured beside it are about 700, so the body has its own budget. */
const BODY_BUDGET = 2_700

test('the fullest page fits its budget, compressed in either way', () => {
  for (const lang of LANGUAGES) {
    const html = document({
      lang,
      officeName: 'Bộ phận Một cửa UBND thành phố',
      stage: 'return',
      countsFor: 'Phường Lương Văn Tri',
      problem: 'tooMany',
      chosen: 2,
    })
    expect(gzipSync(html).length).toBeLessThanOrEqual(BODY_BUDGET)
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(BODY_BUDGET)
  }
})
