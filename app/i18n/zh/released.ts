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
}
