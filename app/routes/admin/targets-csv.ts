import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { exportedTargets } from '#app/offices/exported-administration.ts'
import { targetsOfYear } from '#app/offices/set-targets.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** A year's own targets as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'targetsCsv')
    const asked = new URL(request.url).searchParams.get('nam')
    const view = await targetsOfYear(context.store.read, readYear(asked, dayOf(context.clock.now())))
    return tableAnswer(request, exportedTargets(langOf(request), view))
  })
