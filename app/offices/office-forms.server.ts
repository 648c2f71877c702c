import type { Viewer } from '#app/auth/viewer.ts'
import type { AdministrationParts } from './administration.ts'
import { closeOffice, correctOffice, moveOffice, renameOffice, reopenOffice } from './change-office.server.ts'
import { mergeOffices } from './merge-offices.server.ts'
import type { OfficeChange } from './office-changes.ts'
import {
  closeOfficeForm,
  correctOfficeForm,
  mergeOfficesForm,
  moveOfficeForm,
  openOfficeForm,
  renameOfficeForm,
} from './office-form.ts'
import { openOffice } from './open-office.server.ts'
import type { Outcome } from './outcome.ts'
import { readFields } from './read-fields.ts'

/** Does what the form of one change asks for. @throws Forbidden, NotFound */
export async function changeOfficeByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  { officeId, change, form }: { officeId: string; change: OfficeChange; form: URLSearchParams },
): Promise<Outcome> {
  switch (change) {
    case 'rename': {
      const read = readFields(form, renameOfficeForm)
      return 'value' in read ? renameOffice(parts, viewer, officeId, read.value) : read
    }
    case 'move': {
      const read = readFields(form, moveOfficeForm)
      return 'value' in read ? moveOffice(parts, viewer, officeId, read.value) : read
    }
    case 'close': {
      const read = readFields(form, closeOfficeForm)
      return 'value' in read ? closeOffice(parts, viewer, officeId, read.value) : read
    }
    case 'reopen':
      return reopenOffice(parts, viewer, officeId)
    case 'correct': {
      const read = readFields(form, correctOfficeForm)
      return 'value' in read ? correctOffice(parts, viewer, officeId, read.value) : read
    }
  }
}

export async function openOfficeByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  const read = readFields(form, openOfficeForm)
  return 'value' in read ? openOffice(parts, viewer, read.value) : read
}

export async function mergeOfficesByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  const read = readFields(form, mergeOfficesForm, ['predecessors'])
  return 'value' in read ? mergeOffices(parts, viewer, read.value) : read
}
