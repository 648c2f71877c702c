import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_versions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('survey', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addUniqueConstraint('survey_versions_number', ['survey', 'version'])
    .execute()
  await db.schema
    .createTable('index_definitions')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('trust_classes', 'text', (c) => c.notNull())
    .addColumn('stages', 'text', (c) => c.notNull())
    .addColumn('satisfied_levels', 'text', (c) => c.notNull())
    .addColumn('minimum_n', 'integer', (c) => c.notNull().check(sql`minimum_n >= 5`))
    .execute()
  await sql`
    insert into index_definitions (version, valid_from, trust_classes, stages, satisfied_levels, minimum_n)
    values (1, '0001-01-01', '["verified","kiosk","open"]', '["return","unstated"]', '[4,5]', 5)
  `.execute(db)
  await sql`
    insert into survey_versions (id, survey, version, valid_from, valid_to, content)
    values ('short-1', 'short', 1, '0001-01-01', '9999-12-31', ${JSON.stringify(short1)})
  `.execute(db)
}

const texts = (vi: string, en: string, zh: string) => ({ vi, en, zh })

const short1 = {
  questions: [
    {
      id: 'reasons',
      kind: 'several',
      text: texts(
        'Điều gì khiến Ông/Bà chọn mức này?',
        'What made you choose this answer?',
        '您选择这一评价的原因是什么？',
      ),
      options: [
        { id: 'time', text: texts('Thời gian giải quyết', 'Time taken', '办理时间') },
        { id: 'attitude', text: texts('Thái độ của cán bộ', 'Attitude of staff', '工作人员态度') },
        { id: 'guidance', text: texts('Hướng dẫn làm hồ sơ', 'Guidance on the dossier', '填报材料的指导') },
        { id: 'papers', text: texts('Giấy tờ phải nộp', 'Papers asked for', '要求提交的材料') },
        { id: 'visits', text: texts('Số lần phải đi lại', 'Number of visits', '往返次数') },
        { id: 'fees', text: texts('Phí, lệ phí', 'Fees and charges', '费用') },
        { id: 'result', text: texts('Kết quả nhận được', 'The result received', '办理结果') },
        {
          id: 'place',
          text: texts('Nơi chờ, trang thiết bị', 'Waiting area and equipment', '等候场所与设备'),
        },
      ],
    },
  ],
}
