import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { plainRefusal, tableAnswer } from '#app/http/table-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { exportedFlags } from '#app/reports/flags/exported-flags.ts'
import { flagsForFile } from '#app/reports/flags/flags-view.server.ts'
import { askedPeriod } from '#app/reports/period-form.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same flagged days as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'flagsCsv')
    const asked = new URL(request.url).searchParams
    const { period, refused } = askedPeriod(asked, dayOf(context.clock.now()))
    const lang = langOf(request)
    if (refused) {
      const lines = Object.entries(refused.problems).map(
        ([field, problem]) => `${field}: ${textsIn[lang](`staff:period.problem.${problem}`)}`,
      )
      return plainRefusal(400, lines.join('\n'))
    }
    const flags = await flagsForFile(context.store.read, { period, office: asked.get('office') ?? '' })
    return tableAnswer(request, exportedFlags(lang, period, flags))
  })
