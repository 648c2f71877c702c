import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { readForm } from '#app/http/form.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { slipsAsked, typedSlips } from '#app/invitations/slip-form.ts'
import { printSlips } from '#app/invitations/slip-print.server.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** Looking at this address prints nothing; only the form does. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'printSlipsFile')
    return redirect(patterns.printSlips, 303)
  })

/** The sheet of slips, from memory and to nobody else. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'printSlipsFile')
    const { store, clock, secret, prints, config } = context
    const typed = typedSlips(await readForm(request))
    const { request: wanted } = slipsAsked(typed, dayOf(clock.now()), typed.codes !== '')
    const { office, day } = typed
    const back = (said: object) => `${patterns.printSlips}?${new URLSearchParams({ office, day, ...said })}`
    if (!wanted) return redirect(back({}), 303)
    const printed = await printSlips({ store, clock, secret, prints, origin: config.origin }, viewer, wanted)
    if (printed.kind !== 'made') return redirect(back(printed.kind === 'busy' ? { busy: '1' } : {}), 303)
    return new Response(new Uint8Array(printed.pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="phieu-danh-gia-${dayOf(clock.now())}.pdf"`,
        'Cache-Control': 'no-store',
      },
    })
  })
