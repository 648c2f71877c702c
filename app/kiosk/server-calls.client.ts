import type { NetworkAnswer } from './deliver.ts'
import {
  type HeartbeatAnswer,
  type HeartbeatRequest,
  KIOSK_API,
  type PairAnswer,
  type PairRequest,
  type RatingsRequest,
} from './kiosk-api.ts'

/** A network that neither answers nor breaks is taken for broken. */
const LATEST_MS = 20_000

/** Throws where nothing whole came back in time. */
async function post(path: string, body: object, credential?: string): Promise<NetworkAnswer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (credential) headers.Authorization = `Bearer ${credential}`
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), LATEST_MS)
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: giveUp.signal,
    })
    const type = answer.headers.get('content-type') ?? ''
    return { status: answer.status, type, text: await answer.text() }
  } finally {
    clearTimeout(timer)
  }
}

export const postRatings = (request: RatingsRequest, credential: string) =>
  post(KIOSK_API.ratings, request, credential)

/** The server's clock less ours, by an exchange: the middle of the two moments it was asked and heard. */
export interface Heard<Answer> {
  answer: Answer
  offsetMs: number
}

/** What the server says, or null where it is not our server that answers. */
export async function heartbeat(
  request: HeartbeatRequest,
  credential: string,
): Promise<Heard<HeartbeatAnswer> | 'revoked' | null> {
  const asked = Date.now()
  const answer = await post(KIOSK_API.heartbeat, request, credential).catch(() => null)
  if (!answer) return null
  const read = ours<HeartbeatAnswer>(answer)
  if (read && 'settings' in read) return { answer: read, offsetMs: offsetOf(read.server_time, asked) }
  return answer.status === 401 && read && read.code === 'revoked' ? 'revoked' : null
}

export type PairRefusal = 'refused' | 'entriesWaiting' | 'tooMany' | 'offline'

export async function pair(request: PairRequest): Promise<Heard<PairAnswer> | PairRefusal> {
  const asked = Date.now()
  const answer = await post(KIOSK_API.pair, request).catch(() => null)
  const read = answer && ours<PairAnswer>(answer)
  if (!answer || !read) return 'offline'
  if ('credential' in read) return { answer: read, offsetMs: offsetOf(read.server_time, asked) }
  if (read.code === 'entries_waiting') return 'entriesWaiting'
  if (read.code === 'too_many') return 'tooMany'
  return read.code === 'wrong_code' || read.code === 'bad_request' ? 'refused' : 'offline'
}

/** The whole answer where it is JSON with a server's time in it, or a problem with its code. */
function ours<Answer extends { server_time: string }>({
  status,
  type,
  text,
}: NetworkAnswer): Answer | { code: string } | null {
  if (!/^application\/(problem\+)?json\b/i.test(type)) return null
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    if (status === 200 && 'server_time' in read && 'settings' in read) return read as unknown as Answer
    return status >= 400 && 'code' in read && typeof read.code === 'string' ? { code: read.code } : null
  } catch {
    return null
  }
}

function offsetOf(serverTime: string, asked: number): number {
  const server = Date.parse(serverTime)
  return Number.isNaN(server) ? 0 : Math.round(server - (asked + Date.now()) / 2)
}
