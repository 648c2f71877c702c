import type { ActionFunctionArgs } from '@remix-run/node'
import { answeringJson, jsonAnswer, postOnly, problem, readJson } from '#app/http/json-answer.server.ts'
import { LARGEST_KIOSK_BODY, type PairRequest } from '#app/kiosk/kiosk-api.ts'
import { pairRequest } from '#app/kiosk/kiosk-requests.ts'
import { pairDevice } from '#app/kiosk/pair-device.server.ts'

export const loader = postOnly

/** A tablet types the code an administrator has made for its counter, and becomes one of ours. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answeringJson(async () => {
    const { kiosks, visitor } = context
    const wait = kiosks.pairing.take(visitor)
    if (wait > 0) return problem('too_many', { 'Retry-After': String(wait) })
    const asked = pairRequest.safeParse(await readJson(request, LARGEST_KIOSK_BODY))
    if (!asked.success) return problem('bad_request')
    const answer = await pairDevice(context, asked.data as PairRequest)
    if (typeof answer === 'string') return problem(answer)
    kiosks.pairing.giveBack(visitor)
    return jsonAnswer(answer)
  })
