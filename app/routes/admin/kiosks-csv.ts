import type { LoaderFunctionArgs } from '@remix-run/node'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedKiosks } from '#app/kiosk/exported-kiosks.ts'
import { kioskRegistry } from '#app/kiosk/kiosk-registry.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The registry of tablets as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'kiosksCsv')
    const now = context.clock.now()
    const { devices } = await kioskRegistry(context.store.read, now)
    return tableAnswer(request, exportedKiosks(langOf(request), devices))
  })
