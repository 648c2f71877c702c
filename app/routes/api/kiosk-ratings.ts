import type { ActionFunctionArgs } from '@remix-run/node'
import { answeringJson, jsonAnswer, postOnly, problem, readJson } from '#app/http/json-answer.server.ts'
import { deviceBehind } from '#app/kiosk/device-credential.server.ts'
import { LARGEST_KIOSK_BODY, type RatingsAnswer } from '#app/kiosk/kiosk-api.ts'
import { isTooLong, ratingsRequest } from '#app/kiosk/kiosk-requests.ts'
import { takeInEntries } from '#app/kiosk/take-in-entries.server.ts'

export const loader = postOnly

/** A tablet sends what it has recorded: each entry has its own answer, and only that empties the queue. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answeringJson(async () => {
    const { store, clock, secret, kiosks } = context
    const found = await deviceBehind(store.read, request.headers.get('authorization'), clock.now())
    if ('refused' in found) return problem(found.refused)
    const wait = kiosks.batches.take(found.device)
    if (wait > 0) return problem('too_many', { 'Retry-After': String(wait) })
    const sent = ratingsRequest.safeParse(await readJson(request, LARGEST_KIOSK_BODY))
    if (!sent.success) return problem('bad_request')
    if (isTooLong(sent.data)) return problem('too_many_entries')
    const { format, entries, now } = sent.data
    const batch = { format, entries, now: now === undefined ? null : Date.parse(now) }
    const results = await takeInEntries({ store, clock, secret, turns: kiosks.turns }, found.device, batch)
    return results === 'revoked' ? problem(results) : jsonAnswer({ results } satisfies RatingsAnswer)
  })
