/** Signs that ratings were not given as citizens give them; a sign is no verdict. */
export const flags = {
  title: '待核查迹象',
  what: '本页列出出现两个及以上独立迹象的日期：窗口或自助终端的评价可能并非由群众本人作出。迹象不是结论：任何评价都不会被删除，数据同时按计入和不计入这些评价列出。与档案绑定的评价不在此列。',
  looked: '已核查至 {{day}}；每晚重新核查最近八天。',
  notLooked: '尚未核查：系统在夜间进行核查。',
  none: '本期没有需要核查的日期。',
  with: {
    title: '计入与不计入这些评价的数据',
    office: '机关、单位',
    days: '天数',
    n: '评价数',
    all: '满意率，计入',
    without: '不计入这些评价',
    city: '全市',
    share: '{{share}}（{{range}}），{{n}} 次评价',
    none: '没有剩余评价',
  },
  days: {
    title: '逐日列出及依据',
    one: '{{day}}，{{office}}',
    n: '{{n}} 次评价有迹象',
    all: '查看所有机关、单位',
    only: '只看 {{office}}',
    more: '只显示最近 {{n}} 天。请缩小日期范围或下载文件。',
  },
  sign: {
    above_returned: '评价多于办结档案：{{ratings}} 次评价，而当天仅办结 {{returned}} 份档案',
    burst: '集中出现{{place}}：{{from}} 至 {{to}}，最多时 5 分钟内 {{n}} 次；全天平均每 5 分钟 {{usual}} 次',
    regular_gaps: '间隔如机器般均匀{{place}}：{{n}} 次评价，间隔约 {{seconds}} 秒，{{from}} 至 {{to}}',
    outside_hours: '办公时间以外：{{of}} 次中的 {{n}} 次',
    one_source: '几乎全部来自一处{{place}}：{{of}} 次中的 {{n}} 次，平时仅占 {{share}}',
    one_device:
      '多次评价来自同一设备：{{of}} 次中有 {{n}} 次来自 {{devices}} 台设备，当天单台最多 {{most}} 次',
    quick: '回答过快：{{of}} 次中有 {{n}} 次在打开页面后不到 2 秒提交',
    hour_profile:
      '{{month}} 评价时段与办结时段不一致：{{share}} 的评价错开（{{ratings}} 次评价，{{dossiers}} 份档案）',
  },
  name: {
    above_returned: '评价多于办结档案',
    burst: '集中出现',
    regular_gaps: '间隔如机器般均匀',
    outside_hours: '办公时间以外',
    one_source: '几乎全部来自一处',
    one_device: '多次评价来自同一设备',
    quick: '回答过快',
    hour_profile: '时段与办结不一致',
  },
  place: '（{{counter}}）',
  file: { day: '日期', id: '单位编号', kinds: '迹象类型', basis: '依据' },
  independent:
    '独立迹象是指涉及不同方面的迹象：数量、节奏、时间、来源、设备（回答过快属于节奏）。设备通过只存一天的随机 cookie 识别，以内存密钥哈希保存，次日删除；从不依据网络地址。单个迹象可能出于偶然（约每 1,000 天一次），故不列出。',
}
