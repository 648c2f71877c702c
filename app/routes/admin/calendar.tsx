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
import { mayAdminister } from '#app/offices/administration.ts'
import { changeCalendarByForm } from '#app/offices/administration-forms.server.ts'
import { CalendarPage } from '#app/offices/calendar-page.tsx'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { readDone } from '#app/offices/office-changes.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The days of a year (`?nam=yyyy`, this one without it) that differ from the working week. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'calendar')
    const asked = new URL(request.url).searchParams
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: readDone(asked.get('xong')),
      view: await calendarOfYear(context.store.read, readYear(asked.get('nam'), dayOf(context.clock.now()))),
    }
    return json(page, { headers: deskHeaders(request) })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'calendar')
    const form = await readForm(request)
    const outcome = await changeCalendarByForm(context, viewer, form)
    const intent = form.get('intent') ?? ''
    if ('problems' in outcome) return json({ intent, ...outcome, typed: typedIn(form) }, 400)
    const year = (form.get('day') ?? '').slice(0, 4)
    return redirect(`${patterns.calendar}?nam=${year}&xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('offices:calendar.title', { year: data.view.year })} · ${t('frame:name')}` }]
}

export default function CalendarDoor() {
  return <CalendarPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
