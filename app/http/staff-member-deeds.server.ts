import { changeStaff } from '#app/auth/change-staff.server.ts'
import { inviteAgain } from '#app/auth/invite-again.server.ts'
import { resetAccess } from '#app/auth/reset-access.server.ts'
import type { StaffCode } from '#app/auth/send-staff-code.server.ts'
import { refusedPost, refusedStaffForm, type StaffRefusal } from '#app/auth/staff-answers.ts'
import type { AccountParts } from '#app/auth/staff-code.server.ts'
import { postForm, reasonForm } from '#app/auth/staff-forms.ts'
import { resumeStaff, suspendStaff } from '#app/auth/suspend-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { parseForm } from './form.server.ts'

/** The forms of one account's page. */
export type MemberIntent = 'change' | 'invite' | 'reset' | 'suspend' | 'resume'

export type MemberAnswer =
  | { kind: 'saved' | 'suspended' | 'resumed' }
  | { kind: 'code'; made: StaffCode }
  | ({ kind: 'refused'; intent: MemberIntent } & StaffRefusal)

type Deed = (
  parts: AccountParts,
  viewer: Viewer,
  staffId: string,
  form: URLSearchParams,
) => Promise<MemberAnswer>

const deeds: Record<MemberIntent, Deed> = {
  async change(parts, viewer, staffId, form) {
    const parsed = parseForm(form, postForm)
    const intent = 'change'
    if ('problems' in parsed) return { kind: 'refused', intent, ...refusedStaffForm(parsed) }
    const { kind } = await changeStaff(parts, viewer, staffId, parsed.value)
    if (kind === 'changed' || kind === 'unchanged') return { kind: 'saved' }
    return { kind: 'refused', intent, ...refusedPost(kind, form) }
  },
  async invite(parts, viewer, staffId) {
    const code = await inviteAgain(parts, viewer, staffId)
    return { kind: 'code', made: { staffId, code, kind: 'invitation' } }
  },
  async reset(parts, viewer, staffId, form) {
    const parsed = parseForm(form, reasonForm)
    if ('problems' in parsed) return { kind: 'refused', intent: 'reset', ...refusedStaffForm(parsed) }
    const code = await resetAccess(parts, viewer, staffId, parsed.value.reason)
    return { kind: 'code', made: { staffId, code, kind: 'reset' } }
  },
  async suspend(parts, viewer, staffId, form) {
    const parsed = parseForm(form, reasonForm)
    if ('problems' in parsed) return { kind: 'refused', intent: 'suspend', ...refusedStaffForm(parsed) }
    const { kind } = await suspendStaff(parts, viewer, staffId, parsed.value.reason)
    if (kind === 'suspended') return { kind }
    return { kind: 'refused', intent: 'suspend', ...refusedPost(kind, form) }
  },
  async resume(parts, viewer, staffId) {
    await resumeStaff(parts, viewer, staffId)
    return { kind: 'resumed' }
  },
}

/** Does what one of the forms of an account's page asks for. @throws NotFound for a form there is not */
export function memberDeed(
  parts: AccountParts,
  viewer: Viewer,
  staffId: string,
  form: URLSearchParams,
): Promise<MemberAnswer> {
  const intent = form.get('intent') ?? ''
  if (!Object.hasOwn(deeds, intent)) throw new NotFound()
  return deeds[intent as MemberIntent](parts, viewer, staffId, form)
}
