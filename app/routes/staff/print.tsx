import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { officePlacards } from '#app/invitations/placard-choice.server.ts'
import { readPlacardForm } from '#app/invitations/placard-form.ts'
import { printPlacards } from '#app/invitations/placard-print.server.ts'
import printCss from '#app/invitations/print.css?url'
import { PrintPage } from '#app/invitations/print-page.tsx'
import { printJobPath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The placards to choose from. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'print')
    const now = { origin: context.config.origin, today: dayOf(context.clock.now()) }
    const offices = await officePlacards(context.store.read, now)
    const chosen = readPlacardForm(new URL(request.url).searchParams)
    const cookie = languageCookie(request)
    return json(
      { lang: langOf(request), viewer: { name, role }, offices, chosen },
      { headers: cookie ? { 'Set-Cookie': cookie } : {} },
    )
  })

/** Begins the PDF and leads to its progress. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'print')
    const chosen = readPlacardForm(await readForm(request))
    const { store, clock, prints, config } = context
    const begun = await printPlacards({ store, clock, prints, origin: config.origin }, viewer, chosen)
    if (begun.kind === 'started') return redirect(printJobPath(begun.id), 303)
    return json({ chosen, problem: begun.kind }, begun.kind === 'busy' ? 503 : 400)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: printCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('print:page.title')} · ${t('frame:name')}` }]
}

export default function PrintDoor() {
  const refused = useActionData<typeof action>()
  const page = useLoaderData<typeof loader>()
  return <PrintPage {...page} chosen={refused?.chosen ?? page.chosen} problem={refused?.problem ?? null} />
}
