import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { systemClock } from '#app/calendar/clock.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { receiptOf } from '#app/invitations/secret.ts'
import { receiptPath } from '#app/paths.ts'
import { ratingForm } from '#app/responses/rating-form.ts'
import { type Submission, submitResponse } from '#app/responses/submit-response.server.ts'
import { openStore } from '#db/connection.ts'
import { SECRET } from '#tests/world/small-city.ts'

/** The negative control of R1: the same store, but the answer leaves at once and the commit follows every 50 ms. */
const COMMIT_MS = 50
const { DATABASE_URL = '', HOST = '127.0.0.1', PORT = '0' } = process.env
const store = openStore(DATABASE_URL)
let waiting: Submission[] = []

setInterval(() => {
  const batch = waiting
  waiting = []
  for (const sent of batch) void submitResponse({ store, secret: SECRET, clock: systemClock }, sent)
}, COMMIT_MS)

const server = createServer(async (request, response) => {
  const form = ratingForm.safeParse(Object.fromEntries(new URLSearchParams(await text(request))))
  const code = readRatingCode(request.url?.split('/')[2] ?? '')
  if (!code || !form.success) return response.writeHead(400).end()
  const { level, submission, lang } = form.data
  waiting.push({ code, level, submission, lang: lang ?? 'vi' })
  response.writeHead(303, { Location: receiptPath(receiptOf(SECRET, submission)) }).end()
})
server.listen(Number(PORT), HOST, () => console.log(`{"address":"http://${HOST}:${PORT}"}`))
