import type { AppLoadContext } from '@remix-run/node'
import { type StaffCode, sendStaffCode } from '#app/auth/send-staff-code.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { staffLetterPath } from '#app/paths.ts'
import { seeOther } from './citizen-response.server.ts'
import { langOf } from './language.server.ts'
import { keepSealed, readSealed } from './sealed-cookie.server.ts'

/** What the paper's page is told, once. */
export interface Handed extends StaffCode {
  mail: 'sent' | 'failed' | 'none'
}

/** See other, to the paper with somebody's new code; its link goes out by mail where mail does. */
export async function staffCodeAnswer(
  request: Request,
  context: AppLoadContext,
  viewer: Viewer,
  made: StaffCode,
): Promise<Response> {
  const { store, mailer, config, log, requestId: id } = context
  const words = { lang: langOf(request), origin: config.origin }
  const mail = await sendStaffCode(store.read, mailer, made, words).catch((err: unknown) => {
    log.error({ id, err }, 'an invitation was not sent')
    return 'failed' as const
  })
  const handed: Handed = { ...made, mail }
  const kept = keepSealed(context, 'hl_once', `${viewer.staffId}|${JSON.stringify(handed)}`)
  return seeOther(staffLetterPath(made.staffId), [kept])
}

/** What the paper of this account shows this viewer, or null once it has been shown. */
export function handedCode(
  request: Request,
  context: AppLoadContext,
  viewer: Viewer,
  staffId: string,
): Handed | null {
  const kept = readSealed(request, context, 'hl_once')
  const at = kept?.indexOf('|{') ?? -1
  if (!kept || at < 0 || kept.slice(0, at) !== viewer.staffId) return null
  const handed = JSON.parse(kept.slice(at + 1)) as Handed
  return handed.staffId === staffId ? handed : null
}
