import type { LoaderFunctionArgs } from '@remix-run/node'
import { citizenPageHeaders } from '#app/http/citizen-response.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { nothingToSend, publicAnswer } from '#app/http/public-answer.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { RESULTS_STYLES } from '#app/publication/results-document.server.tsx'

/** What the city and its offices reached, for everybody: no session, no script. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const page = await context.publicResults.page(langOf(request), params.office ?? null)
    return publicAnswer(request, page, citizenPageHeaders(RESULTS_STYLES))
  })

export const action = nothingToSend
