import { type Arrangement, readArrangement } from './arrangement.ts'

/** What the editor sends: every text as typed, the revision they were typed over, and the button pressed. */
export interface DraftForm {
  typed: Map<string, string>
  revision: number
  arrangement: Arrangement | null
}

const FIELD = /^(text|option|factor|scale)\.[\w-]{1,40}(\.[\w-]{1,40})?\.(vi|en|zh)$/

export function readDraftForm(form: URLSearchParams): DraftForm {
  const revision = form.get('revision') ?? ''
  return {
    typed: new Map([...form].filter(([name]) => FIELD.test(name))),
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1,
    arrangement: readArrangement(form.get('do') ?? ''),
  }
}
