import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { viewContact } from '#app/feedback-cases/case-contact.server.ts'
import { caseDesk } from '#app/feedback-cases/case-desk.server.ts'
import { changeCaseByForm } from '#app/feedback-cases/case-desk-deeds.server.ts'
import { CaseDeskPage } from '#app/feedback-cases/case-desk-page.tsx'
import { readDone } from '#app/feedback-cases/case-outcome.ts'
import { readOpening } from '#app/feedback-cases/openings.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { LARGEST_DESK_FORM, readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { feedbackCasePath, patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import casesCss from '../../feedback-cases/cases.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesCss }]

/** One case as whoever asks may see it; `?mo-dau=` begins an answer. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'feedbackCase')
    const asked = new URL(request.url).searchParams
    const desk = await caseDesk(context, viewer, params.case ?? '')
    const opening = readOpening(asked.get('mo-dau'))
    const page = { ...deskOf(request, viewer), desk, opening, done: readDone(asked.get('xong')) }
    return json(page, { headers: deskHeaders(request) })
  })

/** One step with it; who may no longer see it afterwards is led to the list. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'feedbackCase')
    const id = params.case ?? ''
    const form = await readForm(request, LARGEST_DESK_FORM)
    const intent = form.get('intent') ?? ''
    if (intent === 'contact') return json({ contact: await viewContact(context, viewer, id) })
    const outcome = await changeCaseByForm(context, viewer, id, form)
    if ('problems' in outcome)
      return json({ refused: { intent, ...outcome, typed: Object.fromEntries(form) } }, 400)
    const handedOn = viewer.role === 'case_handler' && outcome.done === 'assigned'
    return redirect(handedOn ? patterns.cases : `${feedbackCasePath(id)}?xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.desk.outside.number} · ${textsIn[data.lang]('frame:name')}` }] : []

export default function CaseDoor() {
  return <CaseDeskPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
