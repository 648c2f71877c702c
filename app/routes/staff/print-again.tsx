import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { standingPlacards } from '#app/invitations/placard-choice.server.ts'
import { takeDown } from '#app/invitations/placard-print.server.ts'
import printCss from '#app/invitations/print.css?url'
import { reprintLine, toReprint } from '#app/invitations/reprint.ts'
import { ReprintPage } from '#app/invitations/reprint-page.tsx'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** What paper to print again and what to take down. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'printAgain')
    const now = { origin: context.config.origin, today: dayOf(context.clock.now()) }
    const lines = toReprint(await standingPlacards(context.store.read, now)).map(reprintLine)
    const cookie = languageCookie(request)
    return json(
      { lang: langOf(request), viewer: { name, role }, lines },
      { headers: cookie ? { 'Set-Cookie': cookie } : {} },
    )
  })

/** Somebody says that a placard no longer hangs. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'printAgain')
    const code = (await readForm(request)).get('placard') ?? ''
    const { store, clock, prints, config } = context
    await takeDown({ store, clock, prints, origin: config.origin }, viewer, code)
    return redirect(patterns.printAgain, 303)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: printCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('print:page.reprint')} · ${t('frame:name')}` }]
}

export default function PrintAgainDoor() {
  return <ReprintPage {...useLoaderData<typeof loader>()} />
}
