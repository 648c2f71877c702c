import type { Same } from '../texts.ts'
import type { released as vi } from '../vi/released.ts'

export const released: Same<typeof vi> = {
  title: '向本单位公布的数据',
  through: '已向本单位公布截至 {{day}} 的评价。',
  none: '尚未向本单位公布任何评价。',
  months: '{{office}} 12个月满意率',
  batches:
    '评价分批公布，每批不少于5条，最早于下一个工作日公布，并计入该批最后一天：任何人都无法猜出谁作了怎样的评价。因此这里的数字可能少于办公室的数字。',
  changes: '群众更改评价后，待更改满5条时随后续批次公布。',
  dossiers: '已办结件数和按时件数为当前数据。不公布有多少件已被评价。',
  apartNow: '由该单位本身当月已公布的 {{n}} 条评价（不含下级单位）划分，以公布时的内容为准。',
  oneMonth: '此部分只按单个月份提供。请选择月份：',
  notTold: '本月尚未公布任何划分。月份结束、7 天更改期已过，且该单位当月有公布批次后才会公布。',
  byProcedure: '按手续',
  byChannel: '按提交渠道',
  byRespondent: '按评价人',
  verifiedShare: '满意率（绑定案卷的评价）',
  shareRule:
    '只有当某项手续及其余部分各有至少 {{k}} 条满意和至少 {{k}} 条不满意评价，且不满意与满意之比均不超过全单位的两倍、也不低于其一半时，才显示该手续的满意率：即使知道谁何时来办何事，也猜不出谁不满意。渠道、评价人和半天只显示数量。',
}
