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
import { readFields } from './read-fields.ts'
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
    case 'open': {
      const read = readFields(form, openCounterForm)
      return 'value' in read ? openCounter(parts, viewer, officeId, read.value) : read
    }
    case 'rename': {
      const read = readFields(form, renameCounterForm)
      return 'value' in read ? renameCounter(parts, viewer, officeId, read.value) : read
    }
    case 'close': {
      const read = readFields(form, closeCounterForm)
      return 'value' in read ? closeCounter(parts, viewer, officeId, read.value) : read
    }
    case 'issue': {
      const read = readFields(form, issueCodeForm)
      return 'value' in read ? issueCode(parts, viewer, officeId, read.value) : read
    }
    case 'reissue':
    case 'revoke': {
      const read = readFields(form, revokeCodeForm)
      if (!('value' in read)) return read
      const deed = form.get('intent') === 'revoke' ? revokeCode : reissueCode
      return deed(parts, viewer, officeId, read.value)
    }
    case 'hours': {
      const read = readOpeningHours(form)
      return 'spans' in read ? setOpeningHours(parts, viewer, officeId, read.spans) : read
    }
    default:
      throw new NotFound()
  }
}
