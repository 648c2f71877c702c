import type { NetworkAnswer } from './deliver.ts'
import type { Kept, Waiting } from './unsent-queue.ts'

export type ReadAnswer =
  | { kind: 'settled'; stored: string[]; kept: Kept[] }
  | { kind: 'failed' | 'unauthorised' | 'revoked' | 'too_large' }

/**
 * What an answer says about the entries sent. A proxy, a captive portal or a broken server may answer anything, so
 * an entry is settled only by status 200, JSON, and a result with its own id and hash.
 */
export function readAnswer({ status, type, text }: NetworkAnswer, sent: readonly Waiting[]): ReadAnswer {
  const body = /^application\/(problem\+)?json\b/i.test(type) ? parsed(text) : null
  if (status === 413) return { kind: 'too_large' }
  if (status === 401 || status === 403) {
    return { kind: body?.code === 'revoked' ? 'revoked' : 'unauthorised' }
  }
  if (status !== 200 || !body || !Array.isArray(body.results)) return { kind: 'failed' }
  const results = body.results.filter(isRecord)
  const stored: string[] = []
  const kept: Kept[] = []
  for (const waiting of sent) {
    const { id, hash } = waiting.entry
    const result = results.find((one) => one.id === id && one.hash === hash)
    if (result?.status === 'stored' || result?.status === 'already_stored') {
      stored.push(id)
    } else if (result?.status === 'conflict' || result?.status === 'refused') {
      kept.push({ ...waiting, status: result.status, reason: wordOf(result.reason) })
    }
  }
  return stored.length + kept.length > 0 ? { kind: 'settled', stored, kept } : { kind: 'failed' }
}

const wordOf = (reason: unknown) => (typeof reason === 'string' ? reason.slice(0, 100) : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
