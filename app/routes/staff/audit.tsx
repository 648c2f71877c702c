import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuditTrailPage } from '#app/audit/audit-page.tsx'
import { auditPage } from '#app/audit/audit-pages.server.ts'
import { filterOf, readAuditQuestion } from '#app/audit/audit-trail.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The audit trail, filtered by what stands in the address bar. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'audit')
    const search = new URL(request.url).searchParams
    const asked = readAuditQuestion(search)
    const below = Number(search.get('below')) || null
    const page = await auditPage(context.store.read, filterOf(asked), below)
    const cookie = languageCookie(request)
    return json(
      { lang: langOf(request), viewer: { name, role }, asked, ...page },
      { status: asked.problems.length > 0 ? 400 : 200, headers: cookie ? { 'Set-Cookie': cookie } : {} },
    )
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('audit:title')} · ${t('frame:name')}` }]
}

export default function AuditDoor() {
  return <AuditTrailPage {...useLoaderData<typeof loader>()} />
}
