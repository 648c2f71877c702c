import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('survey_versions')
    .addColumn('status', 'text', (c) =>
      c.notNull().defaultTo('published').check(sql`status in ('draft', 'published')`),
    )
    .execute()
  await db.schema
    .alterTable('survey_versions')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('survey_uses')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('office_id', 'text', (c) => c.notNull())
    .addColumn('survey', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addUniqueConstraint('survey_uses_from', ['office_id', 'valid_from'])
    .addCheckConstraint('survey_uses_span', sql`valid_from <= valid_to`)
    .execute()
  await db.schema
    .createTable('monthly_answer_counts')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('trust', 'text', (c) => c.notNull())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('option', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull().check(sql`n >= 0`))
    .addPrimaryKeyConstraint('monthly_answer_counts_pk', [
      'month',
      'office_id',
      'identity',
      'option',
      'stage',
      'trust',
    ])
    .execute()
  await db.schema
    .createIndex('monthly_answer_counts_office')
    .on('monthly_answer_counts')
    .columns(['office_id', 'month'])
    .execute()
  await indicatorScores(db)
  for (const { id, survey, from, content } of delivered) {
    await sql`
      insert into survey_versions (id, survey, version, valid_from, valid_to, content, status, revision)
      values (${id}, ${survey}, 1, ${from}, '9999-12-31', ${JSON.stringify(content)}, 'published', 0)
    `.execute(db)
  }
  await countEarlierAnswers(db)
}

async function indicatorScores(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('indicator_scores')
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('indicator', 'integer', (c) => c.notNull().check(sql`indicator in (5, 8, 9)`))
    .addColumn('points', 'integer', (c) => c.notNull().check(sql`points between 0 and 2`))
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('entered_at', 'text', (c) => c.notNull())
    .addColumn('staff_id', 'text', (c) => c.notNull().references('staff.id'))
    .addPrimaryKeyConstraint('indicator_scores_pk', ['office_id', 'period_from', 'period_to', 'indicator'])
    .execute()
  await db.schema.createIndex('indicator_scores_staff').on('indicator_scores').column('staff_id').execute()
}

interface AnsweredAlike {
  month: string
  office_id: string
  stage: string
  trust: string
  answers: string
  n: number | string
}

/** Before this migration the one survey was `short-1`: its question `reasons` is `short.reasons` from now on. */
async function countEarlierAnswers(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<AnsweredAlike>`
    select substr(day, 1, 7) as month, office_id, stage, trust, answers, count(*) as n
    from responses where answers <> '{}' group by substr(day, 1, 7), office_id, stage, trust, answers
  `.execute(db)
  const counted = new Map<string, number>()
  for (const { month, office_id, stage, trust, answers, n } of rows) {
    const { reasons = [] } = JSON.parse(answers) as { reasons?: string[] }
    for (const option of reasons.length > 0 ? ['', ...reasons] : []) {
      const key = JSON.stringify([month, office_id, stage, trust, option])
      counted.set(key, (counted.get(key) ?? 0) + Number(n))
    }
  }
  for (const [key, n] of counted) {
    const [month, office, stage, trust, option] = JSON.parse(key) as string[]
    await sql`
      insert into monthly_answer_counts (month, office_id, stage, trust, identity, "option", n)
      values (${month}, ${office}, ${stage}, ${trust}, 'short.reasons', ${option}, ${n})
    `.execute(db)
  }
}

const texts = (vi: string, en: string, zh: string) => ({ vi, en, zh })

const VERY_SATISFIED = texts('Rất hài lòng', 'Very satisfied', '非常满意')
const SATISFIED = texts('Hài lòng', 'Satisfied', '满意')
const NEUTRAL = texts('Bình thường', 'Neutral', '一般')
const DISSATISFIED = texts('Không hài lòng', 'Dissatisfied', '不满意')
const VERY_DISSATISFIED = texts('Rất không hài lòng', 'Very dissatisfied', '非常不满意')

const points = [
  { id: '2', text: VERY_SATISFIED },
  { id: '1', text: SATISFIED },
  { id: '0', text: DISSATISFIED },
]

const level = [
  { id: '5', text: VERY_SATISFIED },
  { id: '4', text: SATISFIED },
  { id: '3', text: NEUTRAL },
  { id: '2', text: DISSATISFIED },
  { id: '1', text: VERY_DISSATISFIED },
]

const indicator = (number: number, text: ReturnType<typeof texts>) => ({
  id: `i${number}`,
  identity: `nd61.${number}`,
  kind: 'points',
  factor: '',
  text,
  options: [],
})

/** Nghị định 61/2018/NĐ-CP, Điều 31: the six of the nine indicators that a citizen answers. */
const nd61 = {
  factors: [],
  scales: { points, level: [] },
  questions: [
    indicator(
      1,
      texts(
        'Tổng thời gian giải quyết TTHC so với quy định của pháp luật',
        'Total time taken to handle the administrative procedure, compared with the time set by law',
        '办理行政手续的总时间与法律规定时限相比',
      ),
    ),
    indicator(
      2,
      texts(
        'Thời gian thực hiện của từng cơ quan, đơn vị tham gia giải quyết (kể cả đơn vị phối hợp)',
        'Time taken by each agency or unit that took part (coordinating units included)',
        '参与办理的各机关、单位（包括协办单位）所用的时间',
      ),
    ),
    indicator(
      3,
      texts(
        'Số lần phải liên hệ với nơi tiếp nhận hồ sơ để hoàn thiện hồ sơ TTHC (kể cả liên hệ theo hình thức trực tuyến)',
        'Number of times you had to contact the place that received the dossier in order to complete it (online contacts included)',
        '为完善手续材料而需联系收件处的次数（包括网上联系）',
      ),
    ),
    indicator(
      4,
      texts(
        'Số lượng cơ quan, đơn vị, tổ chức phải liên hệ để hoàn thiện hồ sơ TTHC (kể cả trực tuyến)',
        'Number of agencies, units and organisations you had to contact to complete the dossier (online included)',
        '为完善手续材料而需联系的机关、单位、组织数量（包括网上联系）',
      ),
    ),
    indicator(
      6,
      texts('Công khai các TTHC', 'Public posting of administrative procedures', '行政手续的公开情况'),
    ),
    indicator(
      7,
      texts(
        'Thái độ của cán bộ, công chức, viên chức khi hướng dẫn lập hồ sơ, tiếp nhận hồ sơ và giải quyết TTHC',
        'Attitude of officials when guiding, receiving and handling the dossier',
        '工作人员在指导填报、接收材料和办理手续时的态度',
      ),
    ),
  ],
}

const FACTORS = [
  { id: 'access', text: texts('Tiếp cận dịch vụ', 'Access to the service', '服务的获取') },
  { id: 'procedure', text: texts('Thủ tục hành chính', 'Administrative procedures', '行政手续') },
  {
    id: 'officials',
    text: texts(
      'Công chức trực tiếp giải quyết công việc',
      'Officials who handle the work directly',
      '直接经办的公务人员',
    ),
  },
  { id: 'result', text: texts('Kết quả cung ứng dịch vụ', 'The result of the service', '服务结果') },
  {
    id: 'feedback',
    text: texts(
      'Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị',
      'Receiving and handling comments, complaints and petitions',
      '意见、反映和建议的接收与处理',
    ),
  },
]

const CRITERIA: Record<string, ReturnType<typeof texts>[]> = {
  access: [
    texts('Nơi ngồi chờ có đủ chỗ ngồi', 'The waiting area has enough seats', '等候区座位充足'),
    texts('Trang thiết bị phục vụ đầy đủ', 'Equipment for the public is complete', '服务设备齐全'),
    texts('Trang thiết bị phục vụ hiện đại', 'Equipment for the public is modern', '服务设备现代'),
    texts('Trang thiết bị phục vụ dễ sử dụng', 'Equipment for the public is easy to use', '服务设备便于使用'),
  ],
  procedure: [
    texts(
      'TTHC được niêm yết công khai đầy đủ',
      'Procedures are posted publicly in full',
      '行政手续公示完整',
    ),
    texts(
      'TTHC được niêm yết công khai chính xác',
      'Procedures are posted publicly and accurately',
      '行政手续公示准确',
    ),
    texts(
      'Thành phần hồ sơ phải nộp đúng quy định',
      'The documents asked for are those that the rules require',
      '要求提交的材料符合规定',
    ),
    texts(
      'Phí/lệ phí phải nộp đúng quy định',
      'The fees and charges are those that the rules set',
      '收取的费用符合规定',
    ),
    texts(
      'Thời hạn giải quyết (từ ngày tiếp nhận đến ngày trả kết quả) đúng quy định',
      'The time taken (from receipt to return of the result) is as the rules set',
      '办理时限（自接收之日至发还结果之日）符合规定',
    ),
  ],
  officials: [
    texts('Công chức có thái độ giao tiếp lịch sự', 'Officials are polite', '公务人员态度礼貌'),
    texts('Công chức chú ý lắng nghe ý kiến', 'Officials listen attentively', '公务人员认真听取意见'),
    texts(
      'Công chức trả lời, giải đáp đầy đủ các ý kiến',
      'Officials answer and explain everything asked',
      '公务人员充分解答各项意见',
    ),
    texts(
      'Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo',
      'Officials guide the filling in of the dossier with care',
      '公务人员热情周到地指导填报材料',
    ),
    texts(
      'Công chức hướng dẫn hồ sơ dễ hiểu',
      'The guidance of officials on the dossier is easy to understand',
      '公务人员对材料的指导易于理解',
    ),
    texts(
      'Công chức tuân thủ đúng quy định trong giải quyết công việc',
      'Officials follow the rules in handling the work',
      '公务人员办事遵守规定',
    ),
  ],
  result: [
    texts('Kết quả đúng quy định', 'The result is in line with the rules', '结果符合规定'),
    texts('Kết quả có thông tin đầy đủ', 'The information in the result is complete', '结果信息完整'),
    texts('Kết quả có thông tin chính xác', 'The information in the result is accurate', '结果信息准确'),
  ],
  feedback: [
    texts(
      'Cơ quan có bố trí hình thức tiếp nhận góp ý, phản ánh, kiến nghị',
      'The agency offers ways to receive comments, complaints and petitions',
      '机关设有接收意见、反映和建议的渠道',
    ),
    texts(
      'Người dân dễ dàng thực hiện góp ý, phản ánh, kiến nghị',
      'It is easy to make comments, complaints and petitions',
      '群众便于提出意见、反映和建议',
    ),
    texts(
      'Cơ quan tiếp nhận, xử lý tích cực các góp ý, phản ánh, kiến nghị',
      'The agency receives and handles comments, complaints and petitions actively',
      '机关积极接收和处理意见、反映和建议',
    ),
    texts(
      'Cơ quan thông báo kết quả xử lý góp ý, phản ánh, kiến nghị kịp thời',
      'The agency gives notice of the outcome in time',
      '机关及时通报意见、反映和建议的处理结果',
    ),
  ],
}

/** Quyết định 2640/QĐ-BNV: five factors, twenty-two criteria. */
const sipas22 = {
  factors: FACTORS,
  scales: { points: [], level },
  questions: FACTORS.flatMap(({ id: factor }) =>
    (CRITERIA[factor] ?? []).map((text) => ({ factor, text })),
  ).map(({ factor, text }, at) => ({
    id: `c${at + 1}`,
    identity: `sipas.${at + 1}`,
    kind: 'level',
    factor,
    text,
    options: [],
  })),
}

/** Valid from the day the decree took effect, and from the decision's own date. */
const delivered = [
  { id: 'nd61-1', survey: 'nd61', from: '2018-06-21', content: nd61 },
  { id: 'sipas22-1', survey: 'sipas22', from: '2017-10-10', content: sipas22 },
]
