import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comments')
    .addColumn('response_id', 'text', (c) => c.primaryKey().references('responses.id'))
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('half_day', 'text', (c) => c.notNull())
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('level', 'integer', (c) => c.notNull().check(sql`level between 1 and 5`))
    .addColumn('stage', 'text', (c) => c.notNull().check(sql`stage in ('return', 'filing', 'unstated')`))
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('themes', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull())
    .addColumn('reading', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('comments_when').on('comments').columns(['half_day', 'mark']).execute()
  await db.schema
    .createIndex('comments_office')
    .on('comments')
    .columns(['office_id', 'half_day', 'mark'])
    .execute()
  await db.schema
    .createTable('comment_themes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('names', 'text', (c) => c.notNull())
    .addColumn('keywords', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('monthly_theme_counts')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('theme', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull().check(sql`n >= 0`))
    .addPrimaryKeyConstraint('monthly_theme_counts_pk', ['month', 'office_id', 'theme'])
    .execute()
  await db.schema
    .createIndex('monthly_theme_counts_office')
    .on('monthly_theme_counts')
    .columns(['office_id', 'month'])
    .execute()
  for (const [position, { id, names, keywords }] of delivered.entries()) {
    await sql`
      insert into comment_themes (id, position, names, keywords)
      values (${id}, ${position + 1}, ${JSON.stringify(names)}, ${JSON.stringify(keywords)})
    `.execute(db)
  }
  await sql`insert into settings (key, value) values ('comment_themes', '1')`.execute(db)
  await takeInEarlier(db)
}

/** Comments written before: what is in them is read when the server starts (`reading` is ''). */
async function takeInEarlier(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into comments (response_id, office_id, half_day, mark, level, stage, reasons, themes, folded, reading)
    select id, office_id,
      day || case when substr(first_at, 12, 2) < '05' or substr(first_at, 12, 2) >= '17' then ' am' else ' pm' end,
      substr(id, 27, 10), level, stage, '', '', '', ''
    from responses where comment <> ''
  `.execute(db)
  await sql`
    insert into monthly_theme_counts (month, office_id, theme, n)
    select substr(day, 1, 7), office_id, '', count(*)
    from responses where comment <> '' group by substr(day, 1, 7), office_id
  `.execute(db)
}

const theme = (id: string, vi: string, en: string, zh: string, keywords: string) => ({
  id,
  names: { vi, en, zh },
  keywords: keywords.split(', '),
})

/** Keywords as comments are searched: without marks, one Chinese sign a word. */
const delivered = [
  theme(
    ...(['waiting', 'Thời gian chờ, hẹn trả', 'Waiting and deadlines', '等候与期限'] as const),
    'cho lau, phai cho, cho doi, doi lau, den luot, xep hang, cho ca buoi, cho gan, cho tu, cho rat, tre hen, qua han, cham tre, qua lau, dung hen, truoc hen, dung ngay hen, het han, nhanh gon, tre, wait, waiting, queue, late, 等, 排 队',
  ),
  theme(
    ...(['attitude', 'Thái độ phục vụ', 'Attitude', '服务态度'] as const),
    'thai do, nhiet tinh, lich su, vui ve, tan tinh, chu dao, than thien, niem no, coc loc, kho chiu, cau gat, quat mang, trong khong, hach sach, tho o, lam viec rieng, rude, polite, friendly, 态 度',
  ),
  theme(
    ...(['guidance', 'Hướng dẫn, giải thích', 'Guidance', '指导与说明'] as const),
    'huong dan, giai thich, chi dan, chi cho, khong ro, de hieu, cu the, moi nguoi mot kieu, moi noi mot kieu, giai dap, explain, explained, guidance, 说 明, 指 导',
  ),
  theme(
    ...(['papers', 'Giấy tờ, đi lại nhiều lần', 'Papers and repeated visits', '材料与多次往返'] as const),
    'giay to, bo sung, nop them, ban sao, cong chung, to khai, di lai, nhieu lan, lan thu, thieu giay, ban giay, photo, nop lai, tra ho so, documents, papers, 材 料',
  ),
  theme(
    ...(['fees', 'Phí, lệ phí, biên lai', 'Fees and receipts', '费用与收据'] as const),
    'le phi, phi, bien lai, hoa don, thu tien, thu them, tien phi, nop tien, chuyen khoan, fee, fees, 费, 收 据',
  ),
  theme(
    ...(['online', 'Trực tuyến, hệ thống, mạng', 'Online service and systems', '网上服务与系统'] as const),
    'truc tuyen, dich vu cong, he thong, mang, trang web, website, phan mem, dang nhap, bao loi, vneid, ky so, tra cuu, qr, dien thoai thong minh, online, system, 网 上, 系 统',
  ),
  theme(
    ...(['place', 'Cơ sở vật chất', 'Facilities', '场所与设备'] as const),
    'ghe, cho ngoi, phong cho, khu vuc cho, quat, dieu hoa, cho de xe, bai xe, nha ve sinh, thang may, man hinh, may lay so, bien chi, bang chi, nuoc uong, nong, chat, sach se, cau thang, xe lan, seats, parking, 座 位',
  ),
  theme(
    ...(['presence', 'Giờ làm việc, người trực', 'Opening hours and staffing', '办公时间与值班'] as const),
    'khong co nguoi, gio lam viec, nghi som, di muon, den muon, thu bay, them quay, mot quay, gio hanh chinh, khong ai nghe may, khong nghe may, nguoi truc, dong nguoi, rat dong, opening hours, 上 班',
  ),
  theme(
    ...(['result', 'Kết quả, sai sót', 'Results and mistakes', '结果与差错'] as const),
    'ghi sai, sai ten, sai ngay, sai so, sai sot, lam lai, dinh chinh, nham, loi chinh ta, thieu chu ky, ket qua, mistake, wrong, 错',
  ),
  theme(
    ...(['integrity', 'Nhũng nhiễu, vòi vĩnh', 'Harassment and bribes', '刁难与索贿'] as const),
    'goi y, boi duong, phong bi, lot tay, quen biet, nguoi quen, co lo, moi gioi, voi vinh, vong vinh, nhung nhieu, gay kho, gay phien, ngoai quy dinh, khong bien lai, khong co bien lai, khong co hoa don, bribe, 红 包',
  ),
]
