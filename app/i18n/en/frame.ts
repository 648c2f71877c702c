import type { Same } from '../texts.ts'
import type { frame as vi } from '../vi/frame.ts'

export const frame: Same<typeof vi> = {
  name: 'Hài Lòng',
  languages: 'Languages',
  home: 'To the first page',
  problem: 'Not done yet: {{title}}',
  level: {
    5: 'Very satisfied',
    4: 'Satisfied',
    3: 'Neutral',
    2: 'Dissatisfied',
    1: 'Very dissatisfied',
  },
  levelOf: '{{word}}, level {{level}} of 5',
  levelChosen: '{{word}}, level {{level}} of 5, chosen',
  trouble: {
    not_found: {
      title: 'There is no such page',
      text: 'The address may be mistyped, or the page is no longer there. Please check the address.',
    },
    fault: {
      title: 'Something went wrong here',
      text: 'The fault is ours, not yours, and has been recorded so that it can be mended. Please wait a moment and try again.',
    },
    too_large: {
      title: 'What you sent is too long',
      text: 'It has not been recorded. Please go back, shorten it and send it again.',
    },
    unavailable: {
      title: 'Not recorded yet, please try again',
      text: 'The service is paused for a short while. Please wait a minute, go back and send it again. Sending again never counts twice.',
    },
    forbidden: {
      title: 'The request was not accepted',
      text: 'This page is not for the request just sent. If you were rating, please open the page again from the QR code and send it again.',
    },
    method: {
      title: 'This page does not take such a request',
      text: 'Nothing has been recorded. Please open the page again from the start.',
    },
    conflict: {
      title: 'This has changed meanwhile',
      text: 'What was sent does not agree with what was recorded before, and has not been recorded. Please open the page again to see the newest.',
    },
  },
}
