import type { Same } from '../texts.ts'
import type { staff as vi } from '../vi/staff.ts'

export const staff: Same<typeof vi> = {
  skip: 'Skip to main content',
  menu: 'Pages',
  overview: 'Overview',
  role: {
    city_office: 'Office of the People’s Council and Committee',
    office_head: 'Head of an office',
    case_handler: 'Case handler',
    home_affairs: 'Home Affairs Division',
    auditor: 'Supervision and inspection',
    administrator: 'System administrator',
  },
  period: {
    label: 'Reporting period',
    month: '{{name}} {{year}}',
    quarter: 'Quarter {{quarter}} of {{year}}',
    half1: 'First half of {{year}}',
    half2: 'Second half of {{year}}',
    year: '{{year}}',
    days: '{{from}} to {{to}}',
    day: '{{day}}',
    kind: { month: 'Month', quarter: 'Quarter', half: 'Six months', year: 'Year' },
    previous: 'Previous: {{period}}',
    next: 'Next: {{period}}',
    other: 'Other dates',
    from: 'From',
    to: 'To',
    show: 'Show',
    problemTitle: 'These dates cannot be used; below is {{period}}',
    problem: {
      not_a_day: 'Please give a real date',
      before_from: 'The last day cannot be before the first',
      out_of_range: 'At most 10 years at once, from 1900 to 2199',
    },
  },
  sentence: {
    satisfied: '{{share}} satisfied',
    basis: '({{range}}) of {{n}} ratings',
    none: 'no ratings yet',
    hidden: 'too few ratings to show the satisfied share',
    responseRate: '{{rate}} of dossiers have a rating',
    noDossiers: 'No dossiers were returned in this period.',
    plain: 'Plainly against the 95% target: {{share}} {{sign}} 95%.',
    verified: 'Ratings bound to a dossier alone: {{share}} ({{range}}) of {{n}} ratings.',
    unfinished: 'This period has not ended; figures as of {{at}}.',
  },
  verdict: { met: 'Met', not_met: 'Not met', undecided: 'Not enough to conclude' },
  months: {
    title: 'Satisfied share over 12 months, whole city',
    target: 'target 95%',
    drawn:
      '12 months to {{month}}; latest share {{share}} of {{n}} ratings. Each month’s figures are in the table below.',
    drawnNone: '12 months to {{month}}; no month has enough ratings to draw.',
    source:
      'Source: ratings by citizens and businesses; {{n}} ratings in 12 months. Band: 95% confidence interval. The vertical axis does not start at 0%.',
    table: 'Table of the 12 months',
    interval: '95% interval',
    month: 'Month',
  },
  offices: {
    title: 'Offices',
    empty: 'There are no offices yet. Please enter the list of offices before ratings are taken.',
    office: 'Office',
    returned: 'Dossiers returned',
    onTime: 'On time',
    ratings: 'Ratings',
    responseRate: 'Response rate',
    levels: 'Levels',
    share: 'Satisfied share',
    verdict: 'Against 95%',
    outside: 'answers to the province, not added to the city',
    until: 'until {{day}}',
    since: 'since {{day}}',
    verified: 'Bound to a dossier: {{share}} ({{range}}), {{n}} ratings',
    noRatings: 'no ratings',
    hidden: 'not shown, too few ratings',
    hiddenReason: 'Not shown: fewer than {{k}} ratings, or so that nobody can work out a number below {{k}}',
    scale:
      'Dot: share. Bar: 95% confidence interval, on a scale from {{from}} to 100%; an arrow reaches beyond it. Upright line: 95%.',
    barOf: '{{word}} {{n}}',
    satisfiedTogether: 'Satisfied and very satisfied (together)',
    othersTogether: 'The other levels (together)',
    levelTable: 'Table of ratings by level',
    figuresTable: 'Table of offices',
    csv: 'Download this table (CSV)',
  },
  notes: {
    title: 'How this is counted',
    share:
      'Satisfied share: ratings “Satisfied” and “Very satisfied” divided by the ratings counted. “Neutral” does not count as satisfied.',
    interval:
      'In brackets: the 95% confidence interval (Wilson). Met: all of it at or above 95%. Not met: all of it below 95%. Otherwise: not enough to conclude.',
    definition: 'Index definition {{version}} counts {{trusts}}; stages: {{stages}}.',
    trust: {
      verified: 'ratings bound to a dossier',
      kiosk: 'ratings on a tablet at a counter',
      open: 'ratings by a QR code posted at a counter',
    },
    stage: { return: 'result returned', filing: 'dossier filed', unstated: 'not stated' },
    verified:
      'Ratings bound to a dossier: one per dossier, through its own link; their interval allows for the number of dossiers returned where that is known.',
    sample:
      'People chose to answer; this is not a random sample and does not replace the sociological survey (SIPAS).',
    dossiers:
      'Dossiers count on the day of return. On time: returned on or before the promised day; met when above 99%. Response rate: returned dossiers with a rating bound to them, divided by dossiers returned.',
    hidden:
      'A “–” is not shown because there are fewer than {{k}} ratings, or so that nobody can work out a number below {{k}} by taking one figure from another.',
    rollUp: 'The figures of an office include all offices below it, added from the raw counts.',
    at: 'Figures as of {{at}}.',
  },
}
