import type { ActionFunctionArgs } from '@remix-run/node'
import { answeringJson, jsonAnswer, postOnly, problem, readJson } from '#app/http/json-answer.server.ts'
import { deviceBehind } from '#app/kiosk/device-credential.server.ts'
import { hearHeartbeat } from '#app/kiosk/hear-heartbeat.server.ts'
import { type HeartbeatRequest, LARGEST_KIOSK_BODY } from '#app/kiosk/kiosk-api.ts'
import { heartbeatRequest } from '#app/kiosk/kiosk-requests.ts'

export const loader = postOnly

/** A tablet says how it is, and is told the time and what to show. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answeringJson(async () => {
    const { store, clock, kiosks } = context
    const found = await deviceBehind(store.read, request.headers.get('authorization'), clock.now())
    if ('refused' in found) return problem(found.refused)
    const wait = kiosks.heartbeats.take(found.device)
    if (wait > 0) return problem('too_many', { 'Retry-After': String(wait) })
    const told = heartbeatRequest.safeParse(await readJson(request, LARGEST_KIOSK_BODY))
    if (!told.success) return problem('bad_request')
    const answer = await hearHeartbeat(context, found.device, told.data as HeartbeatRequest)
    return answer === 'revoked' ? problem(answer) : jsonAnswer(answer)
  })
