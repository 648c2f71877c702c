import type { Same } from '../texts.ts'
import type { kiosks as vi } from '../vi/kiosks.ts'

export const kiosks: Same<typeof vi> = {
  title: 'Tablets at counters',
  what: 'Each tablet is paired with a counter by a code used once, and then says every two minutes how it is. Ratings made without a network wait on the tablet and are sent later.',
  none: 'There is no tablet yet. Make a pairing code for a counter below.',
  called: 'Tablet {{name}}',
  numbers: 'numbers {{numbers}}',
  notTold: 'not told',
  charging: 'charging',
  column: {
    name: 'Name',
    office: 'Office',
    counter: 'Counter',
    status: 'State',
    version: 'Version',
    heard: 'Last heard from',
    silent: 'Silent since',
    waiting: 'Waiting',
    refused: 'Refused, kept there',
    missing: 'Missing',
    missingNumbers: 'Numbers missing',
    clock: 'Clock',
    clockFlags: 'Ratings of unbelieved time',
    battery: 'Battery',
    storage: 'Store',
    ring: 'In the fallback ring',
    trouble: 'Last trouble of its store',
    conflicts: 'Same id, other content',
    chain: 'Chain breaks',
  },
  status: { active: 'In use', revoked: 'Revoked', expired: 'Expired: silent for more than 90 days' },
  storage: { ok: 'in order', full: 'full', broken: 'broken' },
  alarm: {
    silent: 'Silent in opening hours since {{at}}',
    full: 'Its store is full: it records no ratings',
    broken: 'Its store is broken: it records no ratings',
    ring: '{{n}} ratings lie in the fallback ring and do not count',
    wasTrouble: 'Its store had trouble, last {{at}}',
    conflicts: '{{n}} with a known id and other content: the first was kept',
    chain: '{{n}} breaks in its chain',
  },
  clock: {
    right: 'right',
    slow: '{{n}} minutes slow',
    fast: '{{n}} minutes fast',
    flagged: '{{n}} counted on the day received',
  },
  pair: 'Pair a tablet',
  pairWhat:
    'A code holds for 10 minutes and works once. A new code of a counter takes the place of its unused one.',
  noCounters: 'No counter is open where a tablet could be paired.',
  makeCode: 'Make a pairing code',
  code: {
    title: 'Pairing code',
    where: 'Open {{address}} on the tablet and type this code.',
    until: 'It holds until {{at}} and is shown here only once.',
  },
  change: 'Rename, pair again, revoke',
  changeOf: 'Tablet {{name}} · {{counter}}',
  nameOf: 'Name of tablet {{name}}',
  rename: 'Rename',
  badName: 'A name has 1 to 40 characters.',
  pairAgain: 'Make a code to pair again',
  pairAgainWhat: 'A tablet that is paired again keeps its numbers and sends what still waits.',
  revoke: 'Revoke',
  revokeWhat: 'A revoked tablet sends nothing any more. What waits stays on it until it is paired again.',
  done: { revoked: 'The tablet is revoked.', renamed: 'The tablet is renamed.' },
  guide: {
    link: 'Sheet on mounting and locking a tablet (to print)',
    title: 'Mounting and locking a tablet at a counter',
    what: 'For whoever installs it and whoever runs the one-stop hall. One page, to print and keep beside the tablet.',
    print: 'Use your browser’s print command: it fits one upright A4 page.',
    place: {
      title: 'Place and height',
      steps: {
        height:
          'Middle of the screen 90–110 cm above the floor, tilted 15–30°, within reach from a wheelchair and standing.',
        reach: 'At least 90 × 120 cm free in front of it, no step, nothing in the way.',
        light: 'No sun or lamp straight onto the screen; words must be readable from 60 cm.',
      },
    },
    privacy: {
      title: 'Privacy from the counter',
      steps: {
        turned: 'Its back to the staff; nobody sees the screen from a seat at the counter.',
        distance: 'At least 2 m from the counter, or screened on both sides. No camera looks at the screen.',
        alone: 'Nobody stands beside it, prompts or taps for others. Who needs help is helped by their own.',
      },
    },
    power: {
      title: 'Power and network',
      steps: {
        charger: 'Its own charger, cable fixed, socket out of reach and never switched off after hours.',
        battery:
          'Limit charging to 80% where the tablet can. Hot or swollen: unplug it and tell the administrator.',
        clock:
          'Date and time automatic, zone Hanoi (UTC+7). Without a network it still records and sends later.',
      },
    },
    lock: {
      title: 'Locking it',
      steps: {
        install: 'Open the address below in Chrome, choose “Install app”, open it and type the pairing code.',
        pin: 'Settings › Security › App pinning: on, PIN asked to unpin; pin this app.',
        quiet:
          'Notifications, system sounds, voice assistant and lock screen off; stay awake while charging.',
        keep: 'Never clear site data, remove the app or reset the tablet while ratings wait on it.',
      },
    },
    daily: {
      title: 'Every day',
      steps: {
        look: 'At opening: the screen is lit and names the right counter. Wipe it with a damp cloth.',
        banner:
          'A red banner “not recorded”: tell the administrator at once and put up the QR placard for phones.',
        registry:
          'The administrator looks at the list of tablets: silent ones, waiting ratings, missing numbers.',
      },
    },
    address: 'Address to open on the tablet',
    counter: 'Counter',
    installed: 'Installed by, day',
  },
}
