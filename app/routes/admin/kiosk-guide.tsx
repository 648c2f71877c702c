import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { GuidePage } from '#app/kiosk/guide-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'
import kiosksCss from '../../kiosk/kiosks.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: kiosksCss }]

/** The sheet on mounting and locking a tablet, to print. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'kioskGuide')
    const page = { ...deskOf(request, viewer), address: `${context.config.origin}/kiosk` }
    return json(page, { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('kiosks:guide.title')} · ${t('frame:name')}` }]
}

export default function KioskGuideDoor() {
  return <GuidePage {...useLoaderData<typeof loader>()} />
}
