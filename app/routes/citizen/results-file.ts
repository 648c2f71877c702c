import type { LoaderFunctionArgs } from '@remix-run/node'
import { nothingToSend, publicAnswer } from '#app/http/public-answer.server.ts'
import { answering } from '#app/http/refusals.server.ts'

const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

/** The open data: all that the public pages show, for programs (`.json`) and spreadsheets (`.csv`). */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const kind = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'csv'
    const headers = new Headers({ 'Content-Type': TYPES[kind] })
    if (kind === 'csv') headers.set('Content-Disposition', 'attachment; filename="cong-khai.csv"')
    return publicAnswer(request, await context.publicResults.file(kind), headers)
  })

export const action = nothingToSend
