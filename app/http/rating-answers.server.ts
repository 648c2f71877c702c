import type { Lang } from '#app/i18n/languages.ts'
import { notUsableDocument } from '#app/invitations/citizen-documents.tsx'
import { invitationToRate, type UsableInvitation } from '#app/invitations/invitation-to-rate.server.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { ratingDocument, type Shown } from '#app/responses/rating-document.server.tsx'
import type { AppContext } from '../context.server.ts'
import { citizenResponse } from './citizen-response.server.ts'
import { langOf } from './language.server.ts'
import { answering } from './refusals.server.ts'

/** What a door is asked with, as far as these answers need it. */
interface Asked {
  request: Request
  params: { code?: string | undefined }
  context: Pick<AppContext, 'store' | 'clock'>
}

type Page = (invitation: UsableInvitation, lang: Lang) => Response

/** The page made for the invitation behind the code asked for, or the one page for all that cannot be rated. */
export function asked({ request, params, context }: Asked, page: Page): Promise<Response> {
  return answering(request, async () => {
    const code = readRatingCode(params.code ?? '')
    const invitation = code && (await invitationToRate(context.store.read, code, context.clock.now()))
    return invitation ? page(invitation, langOf(request)) : notUsable({ request, params })
  })
}

/** The rating page again, with what was sent still there. */
export function again(
  args: Asked,
  status: number,
  shown: Shown,
  headers: HeadersInit = {},
): Promise<Response> {
  return asked(args, (invitation, lang) =>
    citizenResponse(ratingDocument(invitation, lang, shown), { status, headers }),
  )
}

export function notUsable({ request, params }: Omit<Asked, 'context'>): Response {
  return citizenResponse(notUsableDocument(langOf(request), params.code ?? ''), { status: 404 })
}
