import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { NoticesPage } from '#app/notices/notices-page.tsx'
import { ownNotices, readNotices } from '#app/notices/own-notices.server.ts'
import { askedOf, readNoticeQuestion } from '#app/notices/own-notices.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import casesCss from '../../feedback-cases/cases.css?url'
import noticesCss from '../../notices/notices.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: casesCss },
  { rel: 'stylesheet', href: noticesCss },
]

/** The viewer's own notices, unread ones unless the address asks for all. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'notices')
    const question = readNoticeQuestion(new URL(request.url).searchParams)
    const own = await ownNotices(context.store.read, viewer.staffId, question)
    return json({ ...deskOf(request, viewer), own }, { headers: deskHeaders(request) })
  })

/** Marks one as read, or all up to the newest that the page showed. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'notices')
    const form = await readForm(request)
    const [id, through] = [form.get('notice'), form.get('through')]
    if (id) await readNotices(context, viewer, { id })
    else if (through) await readNotices(context, viewer, { through })
    const asked = new URLSearchParams(askedOf(readNoticeQuestion(new URL(request.url).searchParams)))
    throw redirect(asked.size > 0 ? `${patterns.notices}?${asked}` : patterns.notices, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('notices:title')} · ${t('frame:name')}` }]
}

export default function NoticesDoor() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />
}
