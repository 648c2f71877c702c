import { z } from 'zod'
import { dayField, idField, nameField } from './read-fields.ts'

export const openCounterForm = z.object({ name: nameField, day: dayField })
export const renameCounterForm = z.object({ counter: idField, name: nameField })
export const closeCounterForm = z.object({ counter: idField, day: dayField })
/** `counter` '' stands for the whole office. */
export const issueCodeForm = z.object({ counter: idField })
export const revokeCodeForm = z.object({ code: idField })
