import {
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { placardNow } from '#app/invitations/placard.ts'
import { printablePlacards } from '#app/invitations/placard-choice.server.ts'
import { chosenOf, readPlacardForm } from '#app/invitations/placard-form.ts'
import printCss from '#app/invitations/print.css?url'
import { PrintPreview } from '#app/invitations/print-preview.tsx'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The chosen placards as a page; with none chosen there is nothing to look at. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'printPreview')
    const now = { origin: context.config.origin, today: dayOf(context.clock.now()) }
    const chosen = readPlacardForm(new URL(request.url).searchParams)
    const placards = chosenOf(await printablePlacards(context.store.read, now), chosen).map(placardNow)
    if (placards.length === 0) return redirect(patterns.print, 303)
    return json({ lang: langOf(request), viewer: { name, role }, placards })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: printCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('print:preview.title')} · ${t('frame:name')}` }]
}

export default function PrintPreviewDoor() {
  return <PrintPreview {...useLoaderData<typeof loader>()} />
}
