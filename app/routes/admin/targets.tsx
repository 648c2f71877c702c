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
import { LARGEST_DESK_FORM, readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { maySetTargets } from '#app/offices/administration.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { readDone } from '#app/offices/office-changes.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { setTargets, targetsOfYear } from '#app/offices/set-targets.server.ts'
import { TargetsPage } from '#app/offices/targets-page.tsx'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

const yearOf = (request: Request, now: Date) =>
  readYear(new URL(request.url).searchParams.get('nam'), dayOf(now))

/** What offices have set themselves for a year (`?nam=yyyy`, this one without it). */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'targets')
    const page = {
      ...deskOf(request, viewer),
      mayChange: maySetTargets(viewer),
      done: readDone(new URL(request.url).searchParams.get('xong')),
      view: await targetsOfYear(context.store.read, yearOf(request, context.clock.now())),
    }
    return json(page, { headers: deskHeaders(request) })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'targets')
    const year = yearOf(request, context.clock.now())
    const form = await readForm(request, LARGEST_DESK_FORM)
    const outcome = await setTargets(context, viewer, year, form)
    if ('problems' in outcome) return json({ intent: '', ...outcome, typed: typedIn(form) }, 400)
    return redirect(`${patterns.targets}?nam=${year}&xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('offices:targets.title', { year: data.view.year })} · ${t('frame:name')}` }]
}

export default function TargetsDoor() {
  return <TargetsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
