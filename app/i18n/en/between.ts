import type { Same } from '../texts.ts'
import type { between as vi } from '../vi/between.ts'

export const between: Same<typeof vi> = {
  title: 'Between offices',
  sentence: {
    compared: '{{n}} offices against the 95% target: {{below}} below and {{above}} above it for sure.',
    hidden: '{{n}} with too few ratings are not drawn.',
    none: 'no office has enough ratings to compare.',
  },
  funnel: {
    title: 'Satisfied share by number of ratings',
    drawn:
      'Funnel plot: {{n}} offices, {{marked}} differ from the target for sure. The figures are in the table below.',
    axis: 'Number of ratings (logarithmic scale)',
    target: 'target 95%',
    targetLine: 'strong dashes: target 95%',
    point: '{{name}}: {{share}} of {{n}} ratings',
    source:
      'Source: ratings by citizens and businesses; {{n}} ratings. Dashed pair: 95% limits; solid pair: 99.8% limits around the target, exact binomial. Triangle: differs from the target for sure. The vertical axis does not start at 0%.',
  },
  column: {
    ratings: 'Ratings',
    share: 'Satisfied share',
    limits: 'Limits around 95%',
    place: 'Place',
  },
  limit: '{{percent}}: {{range}}',
  notDrawn: 'not drawn, too few ratings',
  place: {
    inside: 'within the limits',
    below_95: 'below the 95% limit',
    above_95: 'above the 95% limit',
    below_998: 'below the 99.8% limit',
    above_998: 'above the 99.8% limit',
  },
  marked: { below: 'below the target for sure', above: 'above the target for sure' },
  trends: {
    title: 'Twelve months of each office, on one scale',
    drawn: 'A line of 12 months; the latest with a figure: {{share}}. Each month is in the table below.',
    without: '{{n}} offices have no month with enough ratings and are not drawn.',
    source:
      'From {{from}} to {{to}}; every picture from {{lowest}} to 100%. Dashes: target 95%. Months with too few ratings are blank.',
    table: 'Table of monthly shares',
    pictures: 'Show as pictures',
  },
  export: {
    lower: 'Lower limit {{percent}}',
    upper: 'Upper limit {{percent}}',
    p: 'p-value (two-sided)',
    differs: 'Differs from the target',
    ownTarget: 'Own target',
    ratingsOf: 'Ratings {{month}}',
    shareOf: 'Share {{month}}',
  },
  notes: {
    limits:
      'Limits around the 95% target: were an office exactly on target, with so many ratings it would lie outside in only 5% (or 0.2%) of cases. Few ratings make wide limits (Spiegelhalter 2005).',
    marks:
      'Where many offices are looked at together, some lie outside by chance alone. ▲▼ marks follow Benjamini-Hochberg: of those marked, on average at most 5% are there by chance. The overview uses these very marks where it says which office is below the target.',
    order: 'The order is that of the tree of offices. This is no league table.',
    parents: 'Offices above others are not drawn, since their figures include those below them.',
    trends: 'Each month is counted by the index definition and the tree of that month.',
    definition: 'Index definition {{version}}.',
    hidden: 'An office that is not shown is neither drawn nor compared.',
  },
}
