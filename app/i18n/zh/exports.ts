import type { Same } from '../texts.ts'
import type { exports as vi } from '../vi/exports.ts'

export const exports: Same<typeof vi> = {
  download: '下载此表（{{kind}}）',
  tooMany: '此表超过 {{n}} 行，XLSX 文件放不下。请下载 CSV，或缩小日期范围。',
  column: {
    id: '编号',
    includes: '包括',
    satisfied: '满意和非常满意',
    lower: '95% 下限',
    upper: '95% 上限',
    sequence: '序号',
    subjectKind: '对象类别',
    answers: '{{indicator}}：答复数',
  },
}
