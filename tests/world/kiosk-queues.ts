/**
 * Queues as tablets have written them, a format each: frozen when the format is, and never changed after. The newest
 * three must be sent as they stand and stored by the server; a fourth may go when a fifth comes.
 */
export const QUEUES = {
  1: [
    {
      format: 1,
      entry: {
        id: '019cf4a1-7c00-7a10-8f3e-5b1c2d3e4f01',
        kind: 'rating',
        level: 2,
        at: '2026-03-16T02:00:01.000Z',
        offset_ms: -1500,
        lang: 'vi',
        number: 1,
        previous: '0000000000000000000000000000000000000000000000000000000000000000',
        hash: '65fdec5eb65c46f084f1f98e9baa2d1bc801fe34be26292b0ad0b6309437614a',
      },
    },
    {
      format: 1,
      entry: {
        id: '019cf4a1-8000-7a10-8f3e-5b1c2d3e4f02',
        kind: 'reasons',
        of: '019cf4a1-7c00-7a10-8f3e-5b1c2d3e4f01',
        reasons: ['attitude', 'fees'],
        at: '2026-03-16T02:00:07.250Z',
        offset_ms: -1500,
        lang: 'vi',
        number: 2,
        previous: '65fdec5eb65c46f084f1f98e9baa2d1bc801fe34be26292b0ad0b6309437614a',
        hash: 'a3faa6057f43a59d8f86b5d5abb708deae775774d3ecb25caf838f958eba0729',
      },
    },
    {
      format: 1,
      entry: {
        id: '019cf4a1-9000-7a10-8f3e-5b1c2d3e4f03',
        kind: 'rating',
        level: 5,
        at: '2026-03-16T02:00:09.500Z',
        offset_ms: -1500,
        lang: 'zh',
        number: 3,
        previous: 'a3faa6057f43a59d8f86b5d5abb708deae775774d3ecb25caf838f958eba0729',
        hash: '7f2c4e0f9e65d085fbf8ffd471cbc82a74820b18b465eadaa14feef24866b3c6',
      },
    },
  ],
}
