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
import { withFields } from './read-fields.ts'

/** Does what the form of one change asks for. @throws Forbidden, NotFound */
export async function changeOfficeByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  { officeId, change, form }: { officeId: string; change: OfficeChange; form: URLSearchParams },
): Promise<Outcome> {
  switch (change) {
    case 'rename':
      return withFields(form, renameOfficeForm, (fields) => renameOffice(parts, viewer, officeId, fields))
    case 'move':
      return withFields(form, moveOfficeForm, (fields) => moveOffice(parts, viewer, officeId, fields))
    case 'close':
      return withFields(form, closeOfficeForm, (fields) => closeOffice(parts, viewer, officeId, fields))
    case 'reopen':
      return reopenOffice(parts, viewer, officeId)
    case 'correct':
      return withFields(form, correctOfficeForm, (fields) => correctOffice(parts, viewer, officeId, fields))
  }
}

export async function openOfficeByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  return withFields(form, openOfficeForm, (fields) => openOffice(parts, viewer, fields))
}

export async function mergeOfficesByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  return withFields(form, mergeOfficesForm, (fields) => mergeOffices(parts, viewer, fields), ['predecessors'])
}
