import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { newStandingCode } from '#app/invitations/rating-code.ts'
import { mayAdminister } from '#app/offices/administration.ts'
import { changeCountersByForm } from '#app/offices/counter-forms.server.ts'
import { countersOf } from '#app/offices/counter-page.server.ts'
import { CountersPage } from '#app/offices/counters-page.tsx'
import { readDone } from '#app/offices/office-changes.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { countersPath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The counters of an office, their codes, its opening hours. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'counters')
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: readDone(new URL(request.url).searchParams.get('xong')),
      view: await countersOf(context.store.read, params.office ?? '', dayOf(context.clock.now())),
    }
    return json(page, { headers: deskHeaders(request) })
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'counters')
    const form = await readForm(request)
    const officeId = params.office ?? ''
    const { store, clock, secret } = context
    const parts = { store, clock, newCode: () => newStandingCode(), keyNumber: secret.number }
    const outcome = await changeCountersByForm(parts, viewer, officeId, form)
    const intent = form.get('intent') ?? ''
    if ('problems' in outcome) return json({ intent, ...outcome, typed: typedIn(form) }, 400)
    return redirect(`${countersPath(officeId)}?xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('offices:counters.title', { office: data.view.office.name })} · ${t('frame:name')}` }]
}

export default function CountersDoor() {
  return <CountersPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
