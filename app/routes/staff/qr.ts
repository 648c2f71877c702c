import type { LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { answering } from '#app/http/refusals.server.ts'
import { printedAddress, qrSvg } from '#app/invitations/qr.server.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The QR picture of a standing code, for print. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'qr')
    const code = readRatingCode((params.file ?? '').replace(/\.svg$/i, ''))
    if (code?.kind !== 'standing' || !/\.svg$/i.test(params.file ?? '')) throw new NotFound()
    const svg = await qrSvg(printedAddress(context.config.origin, code.code))
    return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } })
  })
