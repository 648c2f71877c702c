/** Signs that ratings were not given as citizens give them; a sign is no verdict. */
export const flags = {
  title: 'Signs to look into',
  what: 'This page names days on which two or more independent signs suggest that ratings at a counter or kiosk may not have been given by citizens themselves. A sign is no verdict: no rating is deleted, and figures are printed with and without these ratings. Ratings bound to a dossier are not looked at here.',
  looked: 'Looked at up to and including {{day}}; each night the last eight days are looked at again.',
  notLooked: 'Not looked at yet: this is done at night.',
  none: 'No day of this period needs looking into.',
  with: {
    title: 'Figures with and without these ratings',
    office: 'Office',
    days: 'Days',
    n: 'Ratings',
    all: 'Share satisfied, with them',
    without: 'Without them',
    city: 'The whole city',
    share: '{{share}} ({{range}}), {{n}} ratings',
    none: 'no ratings remain',
  },
  days: {
    title: 'Each day and what it rests on',
    one: '{{day}}, {{office}}',
    n: '{{n}} ratings with signs',
    all: 'Show every office',
    only: 'Only {{office}}',
    more: 'Only the {{n}} latest days are shown. Please narrow the dates or download the file.',
  },
  sign: {
    above_returned:
      'More ratings than dossiers: {{ratings}} ratings, while only {{returned}} dossiers were returned that day',
    burst:
      'A burst{{place}}: from {{from}} to {{to}}, at its height {{n}} ratings in 5 minutes; the day’s average is {{usual}} in 5 minutes',
    regular_gaps:
      'As regular as a machine{{place}}: {{n}} ratings about {{seconds}} seconds apart, from {{from}} to {{to}}',
    outside_hours: 'Outside opening hours: {{n}} of {{of}} ratings',
    one_source: 'Nearly all from one place{{place}}: {{n}} of {{of}} ratings, usually {{share}}',
    one_device:
      'Many from one device: {{n}} of {{of}} ratings came from {{devices}} devices, at most {{most}} from one that day',
    quick: 'Answered too fast: {{n}} of {{of}} ratings came less than 2 seconds after the page was opened',
    hour_profile:
      'Ratings came at other hours than dossiers were returned in {{month}}: {{share}} of them ({{ratings}} ratings, {{dossiers}} dossiers)',
  },
  name: {
    above_returned: 'More ratings than dossiers',
    burst: 'A burst',
    regular_gaps: 'As regular as a machine',
    outside_hours: 'Outside opening hours',
    one_source: 'Nearly all from one place',
    one_device: 'Many from one device',
    quick: 'Answered too fast',
    hour_profile: 'Other hours than the dossiers',
  },
  place: ' at {{counter}}',
  file: { day: 'Day', id: 'Office id', kinds: 'Kinds of sign', basis: 'What it rests on' },
  independent:
    'Two signs are independent when they are about different things: how many, how fast, at what time, from where, by which device (answering too fast is about how fast). A device is known by a random cookie that lives one day, kept as a hash whose key is in memory only, erased the next day; never by its network address. One sign alone may be chance (about once in 1,000 days) and is not named.',
}
