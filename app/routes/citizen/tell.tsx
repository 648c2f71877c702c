import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import {
  CASE_STYLES,
  chooseIntentDocument,
  filedElsewhereDocument,
} from '#app/feedback-cases/case-document.server.tsx'
import { isFiledElsewhere } from '#app/feedback-cases/feedback-case.ts'
import { officesToTell } from '#app/feedback-cases/offices-to-tell.server.ts'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { isCaseIntent, type Telling, takeIn, tellForm } from '#app/http/telling.server.ts'
import { tellPath } from '#app/paths.ts'

/** Without a rating: first what it is (`?muc=`), then a form, or where it is filed instead. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const asked = new URL(request.url).searchParams
    const intent = asked.get('muc')
    const office = (asked.get('don-vi') ?? '').slice(0, 80)
    const lang = langOf(request)
    const cookie = languageCookie(request)
    const whole = { headers: cookie ? { 'Set-Cookie': cookie } : {}, styles: CASE_STYLES }
    if (isFiledElsewhere(intent)) return citizenResponse(filedElsewhereDocument(lang, intent), whole)
    if (!isCaseIntent(intent)) return citizenResponse(chooseIntentDocument(lang, office), whole)
    const offices = await officesToTell(context.store.read, context.clock.now())
    const telling = { intent, about: { offices }, asked: keptOf(intent, office) }
    return tellForm(request, context, telling, { typed: { office } })
  })

const keptOf = (intent: string, office: string): Telling['asked'] => ({
  muc: intent,
  ...(office && { 'don-vi': office }),
})

/** A khiếu nại or tố cáo is never read further than its name: whatever was written with it is dropped here. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answering(request, async () => {
    const form = await readForm(request)
    const intent = form.get('intent')
    if (isFiledElsewhere(intent)) return seeOther(tellPath(intent))
    if (!isCaseIntent(intent)) return seeOther('/gop-y')
    const offices = await officesToTell(context.store.read, context.clock.now())
    const telling = { intent, about: { offices }, asked: keptOf(intent, '') }
    return takeIn(request, context, telling, form, {
      officeOf: ({ office }) => offices.find(({ id }) => id === office)?.id ?? null,
      origin: 'open',
    })
  })
