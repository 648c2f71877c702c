import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { AdministrationPage } from '#app/offices/administration-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** The front page of the administration. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'administration')
    return json(deskOf(request, viewer), { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('offices:administration.title')} · ${t('frame:name')}` }]
}

export default function AdministrationDoor() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} />
}
