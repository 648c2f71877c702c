import type { Same } from '../texts.ts'
import type { released as vi } from '../vi/released.ts'

export const released: Same<typeof vi> = {
  title: 'Figures released to the office',
  through: 'Ratings released to the office up to {{day}}.',
  none: 'No ratings have been released to the office yet.',
  months: 'Share satisfied over 12 months, {{office}}',
  batches:
    'Ratings are released in batches of 5 or more, on the next working day at the earliest, and count on the last day of their batch: nobody can guess who rated how. The numbers here may therefore be lower than those of the executive office.',
  changes:
    'When citizens change their mind, the change is released in a later batch, once there are 5 changes or more.',
  dossiers: 'Dossiers returned and on time are as of now. How many dossiers were rated is not told.',
}
