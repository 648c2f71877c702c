import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { closeCounter, openCounter, renameCounter } from './change-counter.server.ts'
import {
  closeCounterForm,
  issueCodeForm,
  openCounterForm,
  renameCounterForm,
  revokeCodeForm,
} from './counter-form.ts'
import { readOpeningHours } from './opening-hours.ts'
import type { Outcome } from './outcome.ts'
import { withFields } from './read-fields.ts'
import { setOpeningHours } from './set-opening-hours.server.ts'
import { type CodeParts, issueCode, reissueCode, revokeCode } from './standing-codes.server.ts'

/** Does what one of the forms on the page of an office's counters asks for. @throws Forbidden, NotFound */
export async function changeCountersByForm(
  parts: CodeParts,
  viewer: Viewer,
  officeId: string,
  form: URLSearchParams,
): Promise<Outcome> {
  switch (form.get('intent')) {
    case 'open':
      return withFields(form, openCounterForm, (fields) => openCounter(parts, viewer, officeId, fields))
    case 'rename':
      return withFields(form, renameCounterForm, (fields) => renameCounter(parts, viewer, officeId, fields))
    case 'close':
      return withFields(form, closeCounterForm, (fields) => closeCounter(parts, viewer, officeId, fields))
    case 'issue':
      return withFields(form, issueCodeForm, (fields) => issueCode(parts, viewer, officeId, fields))
    case 'reissue':
    case 'revoke': {
      const deed = form.get('intent') === 'revoke' ? revokeCode : reissueCode
      return withFields(form, revokeCodeForm, (fields) => deed(parts, viewer, officeId, fields))
    }
    case 'hours': {
      const read = readOpeningHours(form)
      return 'spans' in read ? setOpeningHours(parts, viewer, officeId, read.spans) : read
    }
    default:
      throw new NotFound()
  }
}
