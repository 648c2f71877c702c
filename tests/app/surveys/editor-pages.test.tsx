import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { containing } from '#app/calendar/period.ts'
import { makeDraft, saveDraft } from '#app/surveys/edit-draft.server.ts'
import { exportedNd61 } from '#app/surveys/exported-nd61.ts'
import { nd61OfOffices } from '#app/surveys/nd61.server.ts'
import { Nd61Page } from '#app/surveys/nd61-page.tsx'
import { SendAgainPage } from '#app/surveys/send-again-page.tsx'
import { surveyList } from '#app/surveys/survey-list.server.ts'
import { SurveyVersionPage, withTypedContent } from '#app/surveys/survey-version-page.tsx'
import { surveyVersionView, type VersionView } from '#app/surveys/survey-version-view.server.ts'
import { SurveysPage } from '#app/surveys/surveys-page.tsx'
import { csvOf } from '#tests/world/exported.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { asksFrom, aViewer } from './survey-world.ts'

const TODAY = '2026-03-16'
let city: SmallCity
let viewer: Viewer
let draft: VersionView
beforeAll(async () => {
  city = await aSmallCity()
  viewer = await aViewer(city, 'administrator')
  await asksFrom(city, 'nd61', '2026-03-01', OFFICES.wardB)
  await makeDraft(city, viewer, 'short-1')
  const typed = new Map([
    ['text.reasons.zh', ''],
    ['option.reasons.time.en', 'x'.repeat(301)],
  ])
  await saveDraft(city, viewer, 'short-2', { typed, revision: 0, arrangement: null })
  draft = await surveyVersionView(city.store.read, 'short-2', TODAY)
})
afterAll(() => city.close())

const page = (change: Partial<Parameters<typeof SurveyVersionPage>[0]> = {}) =>
  renderToStaticMarkup(
    <SurveyVersionPage
      lang="vi"
      viewer={viewer}
      view={draft}
      refused={null}
      done={null}
      shown="vi"
      preview={null}
      {...change}
    />,
  )

describe('the editor', () => {
  test('is one form: every field and button goes with every other, the first button saves', () => {
    const html = page()
    const form = /<form method="post" class="draft">.*?<\/form>/s.exec(html)?.[0] ?? ''
    expect(form.match(/<textarea/g)).toHaveLength(27)
    expect(/<button[^>]*>/.exec(form)?.[0]).toContain('value="save"')
    for (const step of [
      'save',
      'preview:zh',
      'publish',
      'discard',
      'option-down:reasons:time',
      'question-new:several:',
    ]) {
      expect(form).toContain(`name="do" value="${step}"`)
    }
    expect(form).toContain('name="revision" value="1"')
    expect(html).not.toContain('<script')
  })

  test('says what is missing or too long at its field, and in a list that leads there', () => {
    const html = page()
    expect(html).toContain('<span class="problem" id="text.reasons.zh-problem">Thiếu</span>')
    expect(html).toMatch(/<textarea id="text.reasons.zh"[^>]*aria-describedby="text.reasons.zh-problem"/)
    expect(html).toContain('Còn 2 chỗ phải sửa')
    expect(html).toContain(
      '<a href="#option.reasons.time.en">lựa chọn 1, câu 1: English dài quá 300 ký tự</a>',
    )
    expect(html).toContain('x'.repeat(301))
  })

  test('each text is marked with its language, each button named with what it moves', () => {
    const html = page({ lang: 'en' })
    expect(html).toMatch(/<textarea id="text.reasons.zh"[^>]*lang="zh-Hans"/)
    expect(html).toContain('aria-label="Up: option 2, question 1"')
    const names = [...html.matchAll(/<button[^>]*value="([^"]+)"[^>]*>/g)].map((m) => m[1])
    expect(names).not.toContain('option-up:reasons:time')
    expect(names).not.toContain('option-down:reasons:place')
  })

  test('a stale save shows what was typed, with what has no field any more', () => {
    const content = structuredClone(draft.content)
    if (content.questions[0]) content.questions[0].text.vi = 'Của tôi'
    const view = withTypedContent(draft, { content, revision: 7 })
    const html = page({ view, refused: { kind: 'stale', strays: ['Chữ của câu đã bỏ'] } })
    expect(html).toMatch(/role="alert".*Chữ của câu đã bỏ/s)
    expect(html).toContain('>Của tôi</textarea>')
    expect(html).toContain('name="revision" value="7"')
  })

  test('a refused publishing keeps the day as typed, its reason at the field and at the top', () => {
    const html = page({ refused: { kind: 'refused', day: 'too_early', from: '2026-03-16' } })
    expect(html).toMatch(/role="alert".*<a href="#from">Xin chọn từ ngày mai trở đi<\/a>/s)
    expect(html).toMatch(
      /<input id="from"[^>]*value="2026-03-16"[^>]*|<input id="from"[^>]*aria-invalid="true"/,
    )
    expect(html).toContain('<a href="#text.reasons.zh">Câu 1: thiếu 中文</a>')
  })

  test('what was published has no field at all, and leads to the draft', async () => {
    const view = await surveyVersionView(city.store.read, 'short-1', TODAY)
    const html = page({ view })
    expect(html).not.toMatch(/<textarea|name="revision"|value="publish"/)
    expect(html).toContain('href="/quan-tri/phieu/short-2"')
    expect(html).toContain('nên không sửa được nữa')
  })
})

test('the list names every version with its state and span, and who asks which', async () => {
  const list = await surveyList(city.store.read, TODAY)
  const html = renderToStaticMarkup(
    <SurveysPage lang="vi" viewer={viewer} list={list} tomorrow="2026-03-17" saved={false} refused={null} />,
  )
  const said = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(said).toContain('Phiên bản 2 Bản thảo chưa cho dùng 1')
  expect(said).toContain('Phiên bản 1 Đang hiệu lực từ 21/06/2018 6')
  expect(said).toContain('Phường Vĩnh Trại Nghị định 61: sáu chỉ số người dân trả lời từ 01/03/2026')
  expect(html).toContain('name="draft" value="sipas22-1"')
  expect(html).not.toContain('name="draft" value="short-1"')
})

test('a choice that was refused comes back as it was typed', async () => {
  const list = await surveyList(city.store.read, TODAY)
  const refused = {
    office: OFFICES.wardA,
    survey: 'sipas22',
    from: '2026-03-01',
    problem: 'too_early' as const,
  }
  const html = renderToStaticMarkup(
    <SurveysPage
      lang="vi"
      viewer={viewer}
      list={list}
      tomorrow="2026-03-17"
      saved={false}
      refused={refused}
    />,
  )
  expect(html).toMatch(/<option value="p-a" selected="">/)
  expect(html).toMatch(/<option value="sipas22" selected="">/)
  expect(html).toContain('value="2026-03-01"')
})

test('what was typed when the session ended waits in hidden fields, whatever it is', () => {
  const hostile = '"><script>alert(1)</script>'
  const html = renderToStaticMarkup(
    <SendAgainPage
      lang="vi"
      typed={[
        ['text.q.vi', hostile],
        ['do', 'save'],
      ]}
    />,
  )
  expect(html).not.toContain('<script>')
  expect(html).toContain('name="do" value="save"')
  expect(html).toContain('name="text.q.vi" value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(html).toMatch(/<a class="action" href="\/dang-nhap" target="_blank"/)
})

describe('the indicators', () => {
  const period = containing('quarter', '2026-01-01')
  const drawn = async (role: 'home_affairs' | 'administrator', office = OFFICES.wardA as string) => {
    const offices = await nd61OfOffices(city.store.read, period)
    const chosen = offices.find(({ id }) => id === office) ?? null
    return renderToStaticMarkup(
      <Nd61Page
        lang="vi"
        viewer={{ name: 'M', role }}
        period={period}
        today={TODAY}
        offices={offices}
        chosen={chosen}
        saved={false}
        refused={null}
      />,
    )
  }

  test('Phòng Nội vụ has the form, an administrator reads', async () => {
    expect(await drawn('home_affairs')).toMatch(
      /name="points5".*name="note5".*name="points8".*name="points9"/s,
    )
    const read = await drawn('administrator')
    expect(read).not.toContain('name="points5"')
    expect(read).toContain('Chưa nhập.')
  })

  test('the columns are the nine indicators in their order, and each office says what is not complete', async () => {
    const html = await drawn('home_affairs')
    expect([...html.matchAll(/<th scope="col" title="[^"]*">CS (\d)/g)].map((m) => m[1]).join('')).toBe(
      '123456789',
    )
    expect(html.match(/chưa đủ/g)).toHaveLength(4)
    expect(html).toContain('href="/quan-tri/chi-so-nd61.csv?from=2026-01-01&amp;to=2026-03-31"')
  })

  test('the same as a file: decimal comma, an empty cell where nothing is shown', async () => {
    const figures = {
      citizens: [1, 2, 3, 4, 6, 7].map((indicator) =>
        indicator === 7
          ? { indicator: 7 as const, mean: null, n: null, hidden: true }
          : { indicator: indicator as 1, mean: 1.5, n: 20, hidden: false },
      ),
      entered: [{ indicator: 5 as const, points: 2, note: 'x' }],
      sum: null,
      band: null,
    }
    const quarter = containing('quarter', '2026-01-01')
    const csv = await csvOf(exportedNd61('vi', quarter, [{ id: 'p-a', name: '=Phường', figures }]))
    const [head, line] = csv.split('\r\n')
    expect(head).toBe(
      '\ufeffid;name;indicator_1;answers_1;indicator_2;answers_2;indicator_3;answers_3;indicator_4;answers_4;indicator_6;answers_6;indicator_7;answers_7;indicator_5;indicator_8;indicator_9;sum;band',
    )
    expect(line).toBe("p-a;'=Phường;1,50;20;1,50;20;1,50;20;1,50;20;1,50;20;;;2;;;;")
  })
})
