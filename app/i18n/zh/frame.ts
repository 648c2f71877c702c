import type { Same } from '../texts.ts'
import type { frame as vi } from '../vi/frame.ts'

export const frame: Same<typeof vi> = {
  name: 'Hài Lòng',
  languages: '语言',
  home: '返回首页',
  problem: '尚未完成：{{title}}',
  level: {
    5: '非常满意',
    4: '满意',
    3: '一般',
    2: '不满意',
    1: '非常不满意',
  },
  levelOf: '{{word}}，五级中的第{{level}}级',
  levelChosen: '{{word}}，五级中的第{{level}}级，已选',
  trouble: {
    not_found: {
      title: '没有这个页面',
      text: '网址可能输入有误，或者页面已不存在。请核对网址。',
    },
    fault: {
      title: '系统出现故障',
      text: '这是我们的故障，与您的操作无关，已记录并将修复。请稍候再试。',
    },
    too_large: {
      title: '提交的内容过长',
      text: '内容尚未记录。请返回上一页，缩短后重新提交。',
    },
    unavailable: {
      title: '尚未记录，请重试',
      text: '系统暂时停止服务。请等待一分钟，返回上一页后重新提交。重复提交不会计为两次。',
    },
    forbidden: {
      title: '请求未被接受',
      text: '本页面不接受刚才的请求。如果您正在评价，请重新扫描二维码打开页面后再提交。',
    },
    method: {
      title: '本页面不接受此类请求',
      text: '没有记录任何内容。请从头重新打开页面。',
    },
    conflict: {
      title: '内容已有变化',
      text: '刚才提交的内容与此前的记录不一致，尚未记录。请重新打开页面查看最新内容。',
    },
  },
}
