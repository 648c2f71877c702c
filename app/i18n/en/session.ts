import type { Same } from '../texts.ts'
import type { session as vi } from '../vi/session.ts'

export const session: Same<typeof vi> = {
  title: 'Sign in',
  forStaff:
    'This page is for staff. Citizens rate with the QR code on their appointment slip or at the counter and need not sign in.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  problemTitle: 'You are not signed in yet',
  wrong: 'The e-mail or the password is not right. Please check both and try again.',
  tooMany:
    'There were many wrong attempts. Please try again in {{minutes}} min, or sign in from a device you have signed in from before.',
}
