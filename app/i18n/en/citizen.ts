import type { Same } from '../texts.ts'
import type { citizen as vi } from '../vi/citizen.ts'

export const citizen: Same<typeof vi> = {
  rate: {
    title: 'Rating · {{office}}',
    question: {
      return: 'Are you satisfied with how your dossier was handled?',
      filing: 'Are you satisfied with how your dossier was received?',
      unstated: 'Are you satisfied with how your dossier was handled?',
    },
    stage: { return: 'Return of the result', filing: 'Filing of the dossier' },
    placard: 'Placard {{number}}',
    countsFor: 'This office has closed. Your rating counts for {{office}}.',
    privacy: 'No name is asked. Staff cannot see who rated.',
    problem: {
      level: 'Please choose one of the five answers below.',
      tooMany:
        'Not recorded yet: many ratings have just come from this network. Please tap again in a moment.',
    },
  },
  receipt: {
    title: 'Receipt of your rating',
    thanks: 'Thank you',
    recorded: 'Recorded',
    change: 'Change it',
    counts: 'This rating counts in the figures of {{office}}.',
    changeable: 'You can change it until {{day}}; the last answer counts.',
    closed: 'The time for changes ended on {{day}}. The rating still counts and stays as shown below.',
    code: 'Receipt code',
    keepCode: 'Please keep this code to yourself: whoever has it can see and change the rating.',
    more: 'Would you like to say more?',
    optional: 'Nothing here is required. Each question is saved on its own; answer any you like.',
    answersSave: 'Save the answer',
    answered: '{{n}} of {{of}} answered',
    respondent: 'Whom was the procedure for?',
    respondents: { citizen: 'A person or household', business: 'A business or organisation' },
    respondentSave: 'Save the choice',
    comment: 'Do you have a comment?',
    commentHint: 'Please give no names or telephone numbers. At most 2,000 characters.',
    commentSave: 'Save the comment',
    saved: {
      level: 'Your rating has been changed.',
      answers: 'Your answer has been saved.',
      respondent: 'Your choice has been saved.',
      comment: 'Your comment has been saved.',
    },
    notAnswered: 'Not answered',
    problem: {
      levelMissing: 'Please choose one of the five answers.',
      commentTooLong:
        'The comment is longer than 2,000 characters and could not be saved. Please shorten it and save again.',
      tooMany: 'Not saved yet: much has just come from this network. Please wait a moment and save again.',
    },
    superseded: {
      title: 'There is a later answer',
      text: 'A later answer was sent with the same dossier link. The last answer counts; this receipt can neither show nor change it.',
      help: 'If it was not you who sent it, please open the link or QR code of the dossier again and rate once more while it is valid.',
    },
  },
  home: {
    title: 'Hài Lòng: rate how your dossier was handled',
    heading: 'Rate how your dossier was handled',
    how: 'After your visit to a one-stop counter, scan the QR code at the counter or on the slip of your dossier and tap a face.',
    privacy: 'No name and no sign-in is needed; staff cannot see who rated.',
    purpose: 'Every rating counts and tells the city which offices serve well and which must improve.',
    code: 'Cannot scan? Type the code printed under the QR code',
    codeHint: 'Capital or small letters, with or without dashes.',
    open: 'Open the rating page',
    problem: 'This code is not right. Please compare each group of four with the printed code.',
    empty: 'Please type a code.',
  },
  notUsable: {
    title: 'This code cannot be used',
    text: 'It may be mistyped, already used, or expired.',
    typed: 'The code entered',
    compare: 'Please compare each group of four with the printed code.',
    again: 'Type the code again',
    counter:
      'At a one-stop counter you can scan the QR code that stands there, or ask the staff to print the slip of your dossier again.',
  },
}
