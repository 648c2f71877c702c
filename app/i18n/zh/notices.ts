import type { Same } from '../texts.ts'
import type { notices as vi } from '../vi/notices.ts'

export const notices: Same<typeof vi> = {
  title: '通知',
  what: '您需要了解的事项。即使不发送邮件，通知也始终显示在这里。',
  views: '查看通知',
  unread: '未读',
  everyOne: '全部',
  none: '暂无通知。',
  noneUnread: '您已阅读全部通知。',
  older: '更早的通知',
  mark: '标为已读',
  markAll: '全部标为已读',
  mailed: '邮件发送于 {{at}}',
  column: {
    at: '时间',
    event: '内容',
    number: '反映编号',
    mailed: '邮件已发送',
    read: '已读',
  },
  event: {
    case_received: '有新的反映、建议待分类',
    case_quarantined: '有来件需在受理前核查',
    case_assigned: '一件反映已交由您办理',
    case_due_tomorrow: '一件反映须在下一个工作日前答复',
    case_overdue: '一件反映已超过答复期限',
    case_not_assigned: '一件反映已超过分类期限，尚未指定办理人',
    case_rated_badly: '群众表示反映未得到妥善处理',
    case_reopened: '群众请求重新审议一件反映',
    office_week: '贵单位本周反映办理情况',
    other: '有新的事项待查看',
  },
  mail: {
    subject: 'Hài Lòng：{{n}} 条新通知',
    greeting: '您好：',
    opening: '现通知如下：',
    more: '另有 {{n}} 条通知。',
    week: '贵单位现有 {{open}} 件反映正在办理，其中 {{overdue}} 件已超期。',
    all: '全部通知请见：\n{{address}}',
    closing: '此致。\n本邮件由系统自动发送，请勿回复。',
  },
}
