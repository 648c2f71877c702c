import type { Same } from '../texts.ts'
import type { session as vi } from '../vi/session.ts'

export const session: Same<typeof vi> = {
  title: '登录',
  forStaff: '本页面供工作人员使用。市民通过预约单或窗口的二维码评价，无需登录。',
  email: '电子邮箱',
  password: '密码',
  signIn: '登录',
  signOut: '退出',
  problemTitle: '尚未登录',
  wrong: '电子邮箱或密码不正确。请核对后重试。',
  tooMany: '错误次数过多。请在 {{minutes}} 分钟后重试，或使用您曾登录过的设备登录。',
}
