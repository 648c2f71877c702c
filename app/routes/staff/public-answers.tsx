import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicAnswerList } from '#app/feedback-cases/public-answers.server.ts'
import { PublicAnswersPage } from '#app/feedback-cases/public-answers-page.tsx'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { requireViewer } from '#app/session-cookie.ts'
import casesCss from '../../feedback-cases/cases.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesCss }]

/** What was proposed for the public, is public or was taken back; each is dealt with at its case. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'publicAnswers')
    const answers = await publicAnswerList(context.store.read)
    return json({ ...deskOf(request, viewer), answers }, { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('caseDesk:public.list')} · ${t('frame:name')}` }]
}

export default function PublicAnswersDoor() {
  return <PublicAnswersPage {...useLoaderData<typeof loader>()} />
}
