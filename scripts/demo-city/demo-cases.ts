import type { Viewer } from '#app/auth/viewer.ts'
import { addDays, type Day, startOf } from '#app/calendar/day.ts'
import { answerCase } from '#app/feedback-cases/answer-case.server.ts'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import { type CaseForm, caseForm } from '#app/feedback-cases/case-form.ts'
import type { CaseParts } from '#app/feedback-cases/case-parts.ts'
import { citizenSays } from '#app/feedback-cases/citizen-says.server.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { extendCase } from '#app/feedback-cases/extend-case.server.ts'
import type { Category } from '#app/feedback-cases/feedback-case.ts'
import { caseByCode } from '#app/feedback-cases/followed-case.server.ts'
import { openCase } from '#app/feedback-cases/open-case.server.ts'
import { openedMark } from '#app/feedback-cases/opened-mark.ts'

/** One made-up case: on which day before today it came, what was written, and how far it has got. */
interface DemoCase {
  daysAgo: number
  story: string
  category: Category
  reached:
    | 'received'
    | 'quarantined'
    | 'classified'
    | 'assigned'
    | 'extended'
    | 'answered'
    | 'reopened'
    | 'closed'
    | 'noted'
  said?: Partial<Record<keyof CaseForm, string>>
  lang?: 'vi' | 'zh'
}

const CASES: readonly DemoCase[] = [
  {
    daysAgo: 60,
    story: 'Hẹn trả kết quả trích lục ngày thứ Ba nhưng đến thứ Sáu mới có, không ai báo trước.',
    category: 'delay',
    reached: 'closed',
  },
  {
    daysAgo: 48,
    story: 'Cán bộ trả lời cộc lốc khi tôi hỏi lại về tờ khai.',
    category: 'attitude',
    reached: 'closed',
  },
  {
    daysAgo: 41,
    story: 'Yêu cầu nộp thêm bản sao không có trong danh mục niêm yết.',
    category: 'documents',
    reached: 'reopened',
  },
  {
    daysAgo: 34,
    story: 'Trang nộp hồ sơ trực tuyến báo lỗi ở bước ký số, phải ra tận nơi.',
    category: 'online',
    reached: 'extended',
  },
  {
    daysAgo: 30,
    story: 'Chờ gần hai tiếng mới đến lượt, người đến sau được gọi trước.',
    category: 'delay',
    reached: 'assigned',
  },
  {
    daysAgo: 14,
    story: '在窗口等了很久，没有中文的材料清单。',
    category: 'guidance',
    reached: 'answered',
    lang: 'zh',
  },
  {
    daysAgo: 9,
    story: 'Phòng chờ nóng, thiếu ghế cho người già. Số của tôi là 0912 000 345.',
    category: 'facilities',
    reached: 'assigned',
    said: { phone: '0912 000 345', name: 'Lăng Văn Thành', consent: 'yes' },
  },
  {
    daysAgo: 6,
    story: 'Người hướng dẫn gợi ý bồi dưỡng thì sẽ xong sớm.',
    category: 'integrity',
    reached: 'assigned',
  },
  {
    daysAgo: 5,
    story: 'Nên nhắn tin khi có kết quả.',
    category: 'guidance',
    reached: 'noted',
    said: { intent: 'gop-y' },
  },
  {
    daysAgo: 2,
    story: 'Phí chứng thực thu khác với bảng niêm yết.',
    category: 'fees',
    reached: 'classified',
  },
  {
    daysAgo: 1,
    story: 'Quầy số 2 không có người trong giờ làm việc.',
    category: 'attitude',
    reached: 'received',
  },
  {
    daysAgo: 1,
    story: 'Vay tiền nhanh, lãi thấp, gọi ngay!',
    category: 'other',
    reached: 'quarantined',
    said: { website: 'https://vay.example' },
  },
]

const ANSWER = {
  original:
    'Kính gửi Ông/Bà,\nChúng tôi xin lỗi vì việc Ông/Bà đã gặp. Bộ phận tiếp nhận đã được nhắc nhở và đã sắp xếp lại lịch trực.',
  text: '您好！\n对您遇到的情况，我们深表歉意。窗口已备好中文材料清单，并重新安排了值班。',
  summary: 'Đã xin lỗi, đã nhắc nhở và sắp xếp lại lịch trực.',
}

interface DemoDesk {
  cityOffice: Viewer
  handler: Viewer
  /** The offices complained of, in turn. */
  offices: readonly string[]
}

/** A few cases in each state, each brought there by the deeds themselves on its own days. Answers how many. */
export async function makeDemoCases(
  parts: Omit<CaseParts, 'clock'>,
  { cityOffice, handler, offices }: DemoDesk,
  today: Day,
): Promise<number> {
  for (const [at, one] of CASES.entries()) {
    const received = addDays(today, -one.daysAgo)
    const on = (day: Day, hour: number) =>
      new Date(startOf(day < today ? day : addDays(today, -1)).getTime() + hour * 3_600_000)
    const then = (daysLater: number): CaseParts => ({
      ...parts,
      clock: { now: () => on(addDays(received, daysLater), 9 + daysLater / 100) },
    })
    const officeId = offices[at % offices.length] ?? ''
    await bringAlong(then, one, { cityOffice, handler, officeId, number: at })
  }
  return CASES.length
}

type Desk = Pick<DemoDesk, 'cityOffice' | 'handler'> & { officeId: string; number: number }

async function bringAlong(then: (daysLater: number) => CaseParts, one: DemoCase, desk: Desk): Promise<void> {
  const { cityOffice, handler } = desk
  const { code, id } = await told(then(0), one, desk)
  if (one.reached === 'received' || one.reached === 'quarantined') return
  const queue = one.category === 'integrity' ? 'restricted' : 'ordinary'
  const kind = one.reached === 'noted' ? 'noted' : 'petition'
  const said = { category: one.category, queue, kind, summary: 'Đang xác minh.' } as const
  await classifyCase(then(1), cityOffice, id, said)
  if (one.reached === 'classified' || one.reached === 'noted') return
  await assignCase(then(1), cityOffice, id, { handler: handler.staffId, reason: '' })
  if (one.reached === 'assigned') return
  if (one.reached === 'extended') {
    await extendCase(then(12), handler, id, { days: 10, reason: 'Chờ đơn vị cung cấp hệ thống trả lời.' })
    return
  }
  await answerCase(then(10), handler, id, ANSWER)
  if (one.reached === 'reopened') {
    await citizenSays(then(12), code, { intent: 'mo-lai', reason: 'Chưa nói rõ bản sao nào là bắt buộc.' })
  }
  if (one.reached === 'closed') await citizenSays(then(13), code, { intent: 'danh-gia', well: 'yes' })
}

async function told(
  parts: CaseParts,
  one: DemoCase,
  { officeId, number }: Desk,
): Promise<{ code: string; id: string }> {
  const form = caseForm.parse({
    intent: 'phan-anh',
    submission: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    opened: openedMark(parts.secret, new Date(parts.clock.now().getTime() - 60_000)),
    story: one.story,
    ...one.said,
  })
  const { code } = await openCase(parts, { form, officeId, origin: 'open', lang: one.lang ?? 'vi' })
  const row = await caseByCode(parts, code)
  return { code, id: row?.id ?? '' }
}
