import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { caseList } from '#app/feedback-cases/case-list.server.ts'
import { CaseListPage } from '#app/feedback-cases/case-list-page.tsx'
import { readCaseQuestion } from '#app/feedback-cases/case-question.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { requireViewer } from '#app/session-cookie.ts'
import casesCss from '../../feedback-cases/cases.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesCss }]

/** The cases somebody deals with, by the view that stands in the address bar. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'cases')
    const question = readCaseQuestion(new URL(request.url).searchParams, viewer.role)
    const list = await caseList(context, viewer, question)
    return json({ ...deskOf(request, viewer), list }, { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('caseDesk:title')} · ${t('frame:name')}` }]
}

export default function CasesDoor() {
  return <CaseListPage {...useLoaderData<typeof loader>()} />
}
