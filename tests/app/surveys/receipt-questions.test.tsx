import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { ReceiptPage, type ReceiptPageProps } from '#app/responses/receipt-page.tsx'
import { SurveyPreview } from '#app/responses/survey-preview.tsx'
import { withTyped } from '#app/surveys/content-texts.ts'
import { inLanguage, questionsOf, type SurveyContent } from '#app/surveys/survey.ts'
import { aSmallCity } from '#tests/world/small-city.ts'
import { contentOf } from './survey-world.ts'

let nd61: SurveyContent
let sipas22: SurveyContent
beforeAll(async () => {
  const city = await aSmallCity()
  nd61 = await contentOf(city, 'nd61-1')
  sipas22 = await contentOf(city, 'sipas22-1')
  await city.close()
})

const drawn = (content: SurveyContent, change: Partial<ReceiptPageProps> = {}) => {
  const { lang = 'vi' } = change
  const props: ReceiptPageProps = {
    ...{ lang, officeName: 'Phường Tam Thanh', receipt: 'K7Q29FHXM3TD', level: 4 as const },
    ...{ changeableUntil: '29/11/2026', changeable: true, superseded: false },
    ...{ respondent: 'unstated' as const, answers: {}, comment: '' },
    questions: inLanguage({ questions: questionsOf(content) }, lang),
    ...change,
  }
  return renderToStaticMarkup(<ReceiptPage {...props} />)
}
const answerForms = (html: string) =>
  [...html.matchAll(/<form[^>]*>.*?<\/form>/g)]
    .map((m) => m[0])
    .filter((form) => form.includes('name="answers['))
const namesIn = (form: string) => [...new Set([...form.matchAll(/name="([^"]+)"/g)].map((m) => m[1]))]

describe.each(LANGUAGES)('in %s', (lang) => {
  test('nd61: six forms of one question, three named answers each, none chosen before', () => {
    const html = drawn(nd61, { lang })
    const forms = answerForms(html)
    expect(forms.map(namesIn)).toEqual([1, 2, 3, 4, 6, 7].map((n) => [`answers[i${n}]`]))
    for (const form of forms) {
      expect([...form.matchAll(/type="radio"[^>]*value="(\d)"/g)].map((m) => m[1])).toEqual(['2', '1', '0'])
      expect(form).not.toContain('checked')
      expect(form).toContain('type="submit"')
    }
    expect(html).not.toContain('<script')
  })

  test('sipas22: five folds with a form each, 22 questions of five levels in all', () => {
    const html = drawn(sipas22, { lang })
    expect(html.match(/<details class="card"/g)).toHaveLength(5)
    const forms = answerForms(html)
    expect(forms.map((form) => namesIn(form).length)).toEqual([4, 5, 6, 3, 4])
    expect(html.match(/type="radio" name="answers/g)).toHaveLength(110)
    expect(forms.join('')).not.toContain('required')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('what was answered is chosen, and the first factor not begun stands open', () => {
  const html = drawn(sipas22, { answers: { c1: ['4'], c4: ['1'] } })
  const folds = [...html.matchAll(/<details class="card"([^>]*)>(.*?)<\/summary>/g)]
  expect(folds.map((fold) => Boolean(fold[1]))).toEqual([false, true, false, false, false])
  expect(folds[0]?.[2]).toContain('đã trả lời 2/4 câu')
  expect(html).toMatch(
    /name="answers\[c1\]"[^>]*checked="" value="4"|name="answers\[c1\]" value="4" checked=""/,
  )
  expect(html.match(/checked=""/g)).toHaveLength(2)
})

test('what has just been saved is said at its factor, and only there', () => {
  const html = drawn(sipas22, { saved: 'answers', savedGroup: 'f-officials', answers: { c10: ['5'] } })
  expect(html.match(/role="status"/g)).toHaveLength(1)
  const at = html.indexOf('role="status"')
  expect(html.lastIndexOf('<section id="', at)).toBe(html.indexOf('<section id="f-officials"'))
  const unknown = drawn(sipas22, { saved: 'answers', savedGroup: 'f-none' })
  expect(unknown.lastIndexOf('<section id="', unknown.indexOf('role="status"'))).toBe(
    unknown.indexOf('<section id="answers"'),
  )
})

test('each level has its face beside its word', () => {
  const [form = ''] = answerForms(drawn(sipas22))
  const first = form.slice(0, form.indexOf('</fieldset>'))
  expect([...first.matchAll(/class="face f(\d)"/g)].map((m) => m[1])).toEqual(['5', '4', '3', '2', '1'])
  expect(first.replace(/<[^>]+>/g, ' ')).toContain('Bình thường')
})

test('when the days are over points and levels are read in words', () => {
  const html = drawn(nd61, { changeable: false, answers: { i1: ['2'], i7: ['0'] } })
  expect(html).toContain('so với quy định của pháp luật</dt><dd>Rất hài lòng</dd>')
  expect(html).toMatch(/giải quyết TTHC<\/dt><dd>Không hài lòng<\/dd>/)
  expect(html).not.toContain('<input')
})

describe('the preview on a phone', () => {
  const preview = (content: SurveyContent, shown: 'vi' | 'en' | 'zh' = 'vi') =>
    renderToStaticMarkup(<SurveyPreview lang="vi" shown={shown} content={content} nonce="n0nce" />)

  test('shows the citizen’s own forms in a shadow root, with this response’s nonce, and sends nothing', () => {
    const html = preview(nd61, 'en')
    expect(html).toMatch(/^<div class="phone"><template shadowrootmode="open"><style nonce="n0nce">/)
    expect(html).toContain('<fieldset disabled="" class="screen" lang="en">')
    expect(answerForms(html)).toHaveLength(6)
    expect(html).toContain('Public posting of administrative procedures')
  })

  test('its style has the host in the place of the page', () => {
    const style = /<style[^>]*>(.*?)<\/style>/s.exec(preview(nd61))?.[1] ?? ''
    expect(style).toContain('--accent:')
    expect(style).toContain(':host')
    expect(style).not.toMatch(/:root|(^|[},\s])(html|body|main)\s*[,{]/)
  })

  test('what is not translated yet is a gap, never another language', () => {
    const untranslated = withTyped(nd61, new Map([['text.i6.zh', '']]))
    const html = preview(untranslated, 'zh')
    expect(html).toContain('<legend>…</legend>')
    expect(html).not.toContain('Công khai các TTHC')
  })
})
