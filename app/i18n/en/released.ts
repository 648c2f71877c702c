import type { Same } from '../texts.ts'
import type { released as vi } from '../vi/released.ts'

export const released: Same<typeof vi> = {
  title: 'Figures released to the office',
  through: 'Ratings released to the office up to {{day}}.',
  none: 'No ratings have been released to the office yet.',
  months: 'Share satisfied over 12 months, {{office}}',
  batches:
    'Ratings are released in batches of 5 or more, on the next working day at the earliest, and count on the last day of their batch: nobody can guess who rated how. A batch holds ratings of one month alone. The newest of a month is kept back until the next is complete, or the month is over with its 7 days of changes; where a kind of ratings has only 1 to 4 in the month it is kept back for good. The numbers here may therefore be lower than those of the executive office.',
  changes:
    'When citizens change their mind, the change is released in a later batch, once there are 5 changes or more.',
  dossiers: 'Dossiers returned and on time are as of now. How many dossiers were rated is not told.',
  apartNow:
    'Divided from {{n}} released ratings of this office itself in the month (without offices below it), as they stood when released.',
  oneMonth: 'This is there for single months only. Please choose a month:',
  notTold:
    'Nothing of this month has been divided yet. It is once the month is over, the 7 days in which citizens may change their minds have passed, and the office had a batch in the month.',
  byProcedure: 'By procedure',
  byChannel: 'By channel of filing',
  byRespondent: 'By who rated',
  verifiedShare: 'Satisfied, ratings bound to a dossier',
  shareRule:
    'The share of a procedure is shown only where it and what remains each have {{k}} or more satisfied and {{k}} or more unsatisfied ratings and neither has more than twice or less than half the unsatisfied for each satisfied that the office has: even somebody who knows who came when and for what cannot guess who was unsatisfied. Channels, respondents and half-days have numbers only.',
}
