import type { Same } from '../texts.ts'
import type { audit as vi } from '../vi/audit.ts'

export const audit: Same<typeof vi> = {
  title: '审计记录',
  what: '何人于何时对何事做了什么。记录只能追加，任何人都不能修改或删除。',
  from: '开始日期',
  to: '结束日期',
  at: '时间',
  actor: '操作人',
  action: '操作',
  anyAction: '全部操作',
  subject: '对象',
  before: '之前',
  after: '之后',
  show: '查看',
  none: '没有符合条件的记录，请放宽日期或减少条件。',
  older: '更早的记录',
  problem: '日期有误',
  notADay: '请输入真实的日期',
}
