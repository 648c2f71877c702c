import type { Same } from '../texts.ts'
import type { desk as vi } from '../vi/desk.ts'

export const desk: Same<typeof vi> = {
  glance: {
    title: 'Against the targets',
    satisfied: 'Satisfied',
    onTime: 'On time',
    answered: 'Rated',
    interval: '95% confidence interval: {{range}}; {{n}} ratings',
    returned: '{{onTime}} of {{n}} dossiers returned; target more than 99%',
    rated: '{{rated}} of {{n}} dossiers returned have a rating bound to the dossier',
    bounds:
      'Whatever those think who did not answer, the share of all dossiers lies between {{lower}} and {{upper}} (Manski).',
    none: 'none yet',
  },
  change: {
    title: 'Changes since {{before}}',
    up: 'rose by',
    down: 'fell by',
    of: {
      satisfied: 'The share satisfied',
      on_time: 'The share on time',
      rated: 'The share of dossiers rated',
    },
    share:
      '{{what}} {{direction}} {{points}} percentage points: from {{before}} ({{beforeN}}) to {{now}} ({{nowN}})',
    shareDown:
      '{{what}} {{direction}} {{points}} percentage points: from {{before}} ({{beforeN}}) to {{now}} ({{nowN}})',
    shareSame: '{{what}} did not change: {{now}} ({{nowN}}), before {{before}} ({{beforeN}})',
    interval: '95% confidence interval of the difference: {{lower}} to {{upper}} points',
    moreThanChance: 'more than chance explains',
    maybeChance: 'may be chance alone',
    ratings:
      'Ratings: {{now}}, before {{before}}; dossiers returned: {{returned}}, before {{returnedBefore}}.',
    none: 'The period before has no figures to compare with.',
    unfinished: 'This period is not over; it is compared with the whole period before.',
  },
  attention: {
    title: 'Needs attention',
    none: 'No office stands out by more than chance.',
    how: '{{tests}} possibilities were tested; named is what remains when allowing for so many offices and months looked at together (Benjamini–Hochberg, 5%).',
    perhaps:
      'Below 95% by their own interval, but perhaps by chance with so many offices looked at: {{offices}}.',
    below_target: 'Surely below 95% satisfied: {{share}} of {{n}} ratings',
    below_on_time: 'On time {{share}} of {{n}} dossiers, further below 99% than chance explains',
    fell: {
      satisfied:
        'The share satisfied fell from {{before}} ({{beforeN}} ratings) to {{now}} ({{nowN}} ratings)',
      on_time: 'The share on time fell from {{before}} ({{beforeN}} dossiers) to {{now}} ({{nowN}} dossiers)',
      rated: 'Fewer dossiers are rated: from {{before}} to {{now}} of {{nowN}} dossiers returned',
    },
    fewer: 'Ratings fell from {{before}} (for {{beforeN}} dossiers) to {{now}} (for {{nowN}} dossiers)',
    few: 'Only {{now}} of dossiers returned are rated; the other offices {{others}}',
    signal: {
      satisfied: 'The share satisfied is below the limit of its control chart: {{months}}',
      on_time: 'The share on time is below the limit of its control chart: {{months}}',
    },
    shift: {
      satisfied: 'The share satisfied has been below its former level in every month from {{from}} to {{to}}',
      on_time: 'The share on time has been below its former level in every month from {{from}} to {{to}}',
    },
  },
  progress: {
    title: 'Report for {{year}}, due before {{due}}',
    left: '{{days}} working days left.',
    today: 'Today is the last day.',
    covered: '{{covered}} of {{months}} months of the year have ratings.',
    notBegun: 'The year {{year}} has not begun.',
    empty: 'None yet in: {{months}}.',
    decided: '{{decided}} of {{all}} offices have enough ratings this year to say Met or Not met.',
    undecided: 'Not enough to say: {{offices}}.',
  },
  views: {
    label: 'View',
    trend: 'Over time',
    'thu-tuc': 'Fields and procedures',
    gio: 'Hours of the week',
    phieu: 'Questions asked',
  },
  index: { title: 'Offices', closed: 'No longer open' },
  control: {
    title: {
      all: 'Control charts by month',
      satisfied: 'Share satisfied',
      on_time: 'Share of dossiers returned on time',
    },
    source: {
      satisfied:
        'Source: ratings; {{n}} of them. Dashed: exact binomial limits of each month. The vertical axis does not begin at 0%.',
      on_time:
        'Source: dossiers returned; {{n}} of them. Dashed: exact binomial limits of each month. The vertical axis does not begin at 0%.',
    },
    table: 'Table of numbers',
    none: 'No month has enough ratings to draw.',
    noSignal: 'No month is beyond its limits.',
    signals: 'Beyond the limits: {{months}}.',
    centre: 'former level',
    limit: 'limit',
    point: {
      satisfied: '{{month}}: {{share}} of {{n}} ratings',
      on_time: '{{month}}: {{share}} of {{n}} dossiers',
    },
    signal: { low: 'unusually low', high: 'unusually high' },
    column: {
      month: 'Month',
      n: { satisfied: 'Ratings', on_time: 'Dossiers returned' },
      k: { satisfied: 'Satisfied', on_time: 'On time' },
      share: 'Share',
      centre: 'Former level',
      limit: 'Lower limit',
      said: 'Signal',
    },
    short: 'Only {{months}} months have ratings; a former level and limits need 12.',
    how: 'The former level is the share of the first 12 months with figures, kept until a change is declared. Chance alone puts a month beyond a limit at most 1.35 times in 1,000.',
    blind:
      'What the chart cannot see: with {{n}} ratings a month, if the share falls from {{from}} to {{to}}, {{missed}} of months stay within the limits.',
  },
  declared: {
    title: 'Declared changes',
    none: 'No change has been declared.',
    from: 'From {{month}}',
    withdraw: 'Withdraw',
    declare: 'Declare a change',
    what: 'When the work of the office has really changed (moved, counters merged, a new process), the charts take the 12 months from then on as the new level. It is written in the audit trail.',
    month: 'From month (such as 2026-04)',
    reason: 'What changed',
    submit: 'Declare',
    problemTitle: 'Not declared yet',
    problem: {
      not_a_month: 'Please give a month such as 2026-04',
      still_to_come: 'This month is still to come',
      already_declared: 'A change from this month is declared already',
      no_reason: 'Please say what changed',
      too_long: 'At most {{most}} characters',
    },
  },
  levels: {
    title: 'Levels by month',
    source:
      'Source: ratings of citizens and businesses; {{n}} of them. Each column is 100% of a month; “–”: too few to show.',
    table: 'Number of ratings by level and month',
    drawn: '{{months}} months have enough ratings to draw; the numbers are in the table below.',
  },
  breakdown: {
    differs: 'Against the rest',
    more: 'differs by more than chance',
    how: 'Last column: two-proportion test, allowing for several lines compared.',
  },
  kinds: {
    title: 'Who rated, and how',
    kind: 'Divided by',
    valueTitle: 'Part',
    of: { trust: 'Way of rating', stage: 'Stage', respondent: 'Who rated' },
    value: {
      verified: "A dossier's own link",
      kiosk: 'Tablet at the counter',
      open: 'QR placard at the counter',
      return: 'Result returned',
      filing: 'Dossier filed',
      unstated: 'Not stated',
      citizen: 'Citizens',
      business: 'Businesses',
    },
    apart: 'not counted in the share satisfied',
  },
}
