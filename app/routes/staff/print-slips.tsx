import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import printCss from '#app/invitations/print.css?url'
import { type SlipProblem, slipsAsked, typedSlips } from '#app/invitations/slip-form.ts'
import { officesOfSlips, slipLines } from '#app/invitations/slip-list.server.ts'
import { SlipPage } from '#app/invitations/slip-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** The slips of an office's day, and the offices to choose from. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'printSlips')
    const fields = new URL(request.url).searchParams
    const asked = await listed(context, new URLSearchParams([...fields].filter(([key]) => key !== 'codes')))
    const problems: SlipProblem[] = fields.has('busy') ? ['busy'] : asked.problems
    const offices = await officesOfSlips(context.store.read)
    const cookie = languageCookie(request)
    return json(
      { lang: langOf(request), viewer: { name, role }, offices, ...asked, problems },
      { status: asked.problems.length > 0 ? 400 : 200, headers: cookie ? { 'Set-Cookie': cookie } : {} },
    )
  })

/** The slips of a list of codes: too long for an address, so it is sent as a form; it changes nothing. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    await requireViewer(request, context, 'printSlips')
    const asked = await listed(context, await readForm(request))
    return json(asked, { status: asked.problems.length > 0 ? 400 : 200 })
  })

async function listed({ store, clock, secret, config }: AppLoadContext, fields: URLSearchParams) {
  const typed = typedSlips(fields)
  const { request, problems } = slipsAsked(typed, dayOf(clock.now()), fields.has('codes'))
  const list = request && (await slipLines(store.read, { clock, secret, origin: config.origin }, request))
  return { typed, problems, list }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: printCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('print:page.slips')} · ${t('frame:name')}` }]
}

export default function PrintSlipsDoor() {
  return <SlipPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
