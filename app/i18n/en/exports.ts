import type { Same } from '../texts.ts'
import type { exports as vi } from '../vi/exports.ts'

export const exports: Same<typeof vi> = {
  download: 'Download this table ({{kind}})',
  tooMany:
    'The table has more than {{n}} lines, too many for XLSX. Please download the CSV or narrow the dates.',
  column: {
    id: 'Id',
    includes: 'Includes',
    satisfied: 'Satisfied and very satisfied',
    lower: 'Lower bound, 95%',
    upper: 'Upper bound, 95%',
    sequence: 'Number',
    subjectKind: 'Kind of subject',
    answers: '{{indicator}}: answers',
  },
  rows: {
    menu: 'Single ratings',
    title: 'Single ratings, one a line',
    about:
      'For those who supervise and inspect, to reckon again from the start. To read results, please use the tables there are.',
    columns:
      'Each line: day, half-day, office, procedure, channel, stage, class of rating, respondent, level. No time, no receipt, no comment.',
    hidden:
      'This file hides no small numbers: whoever knows who came in which half-day may guess what they chose. Do not pass it on or publish it; delete it when done.',
    recorded: 'Each file that is made is put on record: who, when, which days, how many ratings.',
    kept: 'Lines are in the order of what they say, not of who came first.',
    busy: 'Several files are being made. Please try again in a minute.',
    none: '{{period}}: no ratings.',
    start: 'Make a CSV file of {{n}} ratings ({{period}})',
    jobTitle: 'Single ratings, {{period}}',
    progress: 'Progress',
    running: 'Being prepared: {{written}} of {{total}} ratings written.',
    refreshes: 'The page reloads every second.',
    still: 'Stop reloading',
    again: 'Reload this page',
    failed: 'The file could not be made. Please try again.',
    ready: 'The file is ready',
    done: 'Done: {{n}} ratings.',
    file: 'Download the CSV file ({{size}} KB)',
    keptFor: 'The file is kept for 30 minutes and then deleted.',
    back: 'Choose another period',
  },
}
