import type { Same } from '../texts.ts'
import type { notices as vi } from '../vi/notices.ts'

export const notices: Same<typeof vi> = {
  title: 'Notices',
  what: 'What you should know of. Notices are always here, also where no mail is sent.',
  views: 'Which notices',
  unread: 'Unread',
  everyOne: 'All',
  none: 'There are no notices yet.',
  noneUnread: 'You have read all notices.',
  older: 'Older notices',
  mark: 'Mark as read',
  markAll: 'Mark all as read',
  mailed: 'Mailed {{at}}',
  column: {
    at: 'When',
    event: 'What',
    number: 'Case number',
    mailed: 'Mailed',
    read: 'Read',
  },
  event: {
    case_received: 'A new complaint or petition is to be classified',
    case_quarantined: 'A message is to be checked before it is taken in',
    case_assigned: 'A case has been assigned to you',
    case_due_tomorrow: 'A case is to be answered by the next working day',
    case_overdue: 'A case is overdue for its answer',
    case_not_assigned: 'A case is overdue for classification and has no handler',
    case_rated_badly: 'The citizen says that a case was not handled well',
    case_reopened: 'The citizen asks to have a case looked at again',
    office_week: 'The week of your office: how its cases stand',
    other: 'There is something new to look at',
  },
  mail: {
    subject: 'Hài Lòng: {{n}} new notices',
    greeting: 'Dear Sir or Madam,',
    opening: 'This is to let you know:',
    more: 'And {{n}} more notices.',
    week: 'Your office has {{open}} open cases, {{overdue}} of them overdue.',
    all: 'All notices are at:\n{{address}}',
    closing: 'With kind regards.\nThis mail was sent by a machine; please do not answer it.',
  },
}
