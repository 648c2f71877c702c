import type { AppLoadContext } from '@remix-run/node'
import { codeForm } from '#app/auth/account-forms.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import { signInByCode } from '#app/auth/sign-in-code.server.ts'
import { LONGEST_EMAIL, signInForm } from '#app/auth/sign-in-form.ts'
import { browserOf, codeNeededAnswer, signedInAnswer, signInPartsOf } from '#app/session-cookie.ts'
import { parseForm } from './form.server.ts'
import { readSealed } from './sealed-cookie.server.ts'

/** Why a step led nowhere, and the e-mail that was typed. */
export type StepRefused =
  | { kind: 'refused' | 'expired'; email: string }
  | { kind: 'wrong_code'; email: string }
  | { kind: 'too_many'; email: string; retryAfter: number }

/** One posted step of signing in, the password or the code: where it leads, or why nowhere. */
export function signInStep(
  request: Request,
  context: AppLoadContext,
  form: URLSearchParams,
): Promise<Response | StepRefused> {
  const onlyCode = form.has('code') && !form.has('password')
  return onlyCode
    ? codeStep(request, context, form, readSealed(request, context, 'hl_half'))
    : passwordStep(request, context, form)
}

async function passwordStep(request: Request, context: AppLoadContext, form: URLSearchParams) {
  const parsed = parseForm(form, signInForm)
  const answer =
    'problems' in parsed
      ? { kind: 'refused' as const }
      : await signIn(signInPartsOf(context), { ...parsed.value, ...(await browserOf(request, context)) })
  if (answer.kind === 'signed_in') return signedInAnswer(request, context, answer, form.get('next'))
  if (answer.kind === 'code_needed') {
    if (form.get('code')) return codeStep(request, context, form, answer.half)
    return codeNeededAnswer(request, context, answer.half, form.get('next'))
  }
  return { ...answer, email: (form.get('email') ?? '').slice(0, LONGEST_EMAIL) }
}

async function codeStep(
  request: Request,
  context: AppLoadContext,
  form: URLSearchParams,
  half: string | null,
) {
  const parsed = parseForm(form, codeForm)
  const code = 'problems' in parsed ? '' : parsed.value.code
  const answer = await signInByCode(signInPartsOf(context), {
    ...{ half, code },
    ...(await browserOf(request, context)),
  })
  if (answer.kind === 'signed_in') return signedInAnswer(request, context, answer, form.get('next'))
  return { ...answer, email: '' }
}
