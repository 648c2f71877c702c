import type { Same } from '../texts.ts'
import type { audit as vi } from '../vi/audit.ts'

export const audit: Same<typeof vi> = {
  title: 'Audit trail',
  what: 'Who did what to which thing, and when. The trail only grows: nobody can change or delete a line.',
  from: 'From',
  to: 'To',
  at: 'When',
  actor: 'Done by',
  action: 'What was done',
  anyAction: 'Anything',
  subject: 'To what',
  before: 'Before',
  after: 'After',
  show: 'Show',
  none: 'No line fits. Please widen the dates or drop a condition.',
  older: 'Older lines',
  problem: 'A date is not right',
  notADay: 'Please enter a real date',
}
