import type { Same } from '../texts.ts'
import type { between as vi } from '../vi/between.ts'

export const between: Same<typeof vi> = {
  title: '单位比较',
  sentence: {
    compared: '{{n}} 个单位与 95% 目标比较：{{below}} 个确定低于目标，{{above}} 个确定高于目标。',
    hidden: '{{n}} 个单位评价太少，不绘出。',
    none: '还没有评价足够多的单位可以比较。',
  },
  funnel: {
    title: '满意率与评价数量',
    drawn: '漏斗图：{{n}} 个单位，其中 {{marked}} 个确定不同于目标。数据见图下的表。',
    axis: '评价数量（对数刻度）',
    target: '目标 95%',
    targetLine: '粗虚线：目标 95%',
    point: '{{name}}：{{share}}，{{n}} 次评价',
    source:
      '来源：市民和企业的评价，共 {{n}} 次。两条虚线：95% 界限；两条实线：目标两侧的 99.8% 界限，按二项分布精确计算。三角：确定不同于目标。纵轴不从 0% 开始。',
  },
  column: {
    ratings: '评价数',
    share: '满意率',
    limits: '95% 目标的界限',
    place: '位置',
  },
  limit: '{{percent}}：{{range}}',
  notDrawn: '评价太少，不绘出',
  place: {
    inside: '在界限之内',
    below_95: '低于 95% 界限',
    above_95: '高于 95% 界限',
    below_998: '低于 99.8% 界限',
    above_998: '高于 99.8% 界限',
  },
  marked: { below: '确定低于目标', above: '确定高于目标' },
  trends: {
    title: '各单位的十二个月，同一刻度',
    drawn: '十二个月的折线；最近有数据的月份：{{share}}。各月数据见下表。',
    without: '{{n}} 个单位还没有评价足够多的月份，不绘出。',
    source: '从 {{from}} 到 {{to}}；各图均为 {{lowest}} 至 100%。虚线：目标 95%。评价太少的月份留空。',
    table: '各月满意率表',
    pictures: '以图形显示',
  },
  export: {
    lower: '{{percent}} 下限',
    upper: '{{percent}} 上限',
    p: 'p 值（双侧）',
    differs: '不同于目标',
    ownTarget: '自定目标',
    ratingsOf: '{{month}} 评价数',
    shareOf: '{{month}} 满意率',
  },
  notes: {
    limits:
      '95% 目标两侧的界限：如果某单位恰好达到目标，以同样多的评价，只有 5%（或 0.2%）的情形会落在界限之外。评价越少，界限越宽（Spiegelhalter 2005）。',
    marks:
      '同时看许多单位时，总有一些仅因偶然落在界限之外。▲▼ 标记按 Benjamini-Hochberg 方法：被标记的单位中，平均至多 5% 出于偶然。总览页说明哪个单位低于目标时，用的正是这些标记。',
    order: '顺序是机构树的顺序，不是排行榜。',
    parents: '上级单位不单独绘出，因为其数据包括下级单位。',
    trends: '每个月按当月的指数定义和机构树计算。',
    definition: '指数定义第 {{version}} 版。',
    hidden: '不显示的单位既不绘出，也不参加比较。',
  },
}
