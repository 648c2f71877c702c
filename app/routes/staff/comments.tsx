import { defer, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { lastWholeMonth, next, previous, readPeriod } from '#app/calendar/period.ts'
import { readCommentQuestion, readPlace, readsComments } from '#app/comments/comment-question.ts'
import { commentView } from '#app/comments/comment-view.server.ts'
import { CommentsPage } from '#app/comments/comments-page.tsx'
import { unwritten } from '#app/http/desk.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { hiddenLevelsByOffice } from '#app/reports/hidden-levels.server.ts'
import { writtenPeriod } from '#app/reports/written-period.ts'
import { requireViewer } from '#app/session-cookie.ts'
import commentsCss from '../../comments/comments.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: commentsCss }]

/** What citizens wrote, by what stands in the address bar; figures alone for those who read no words. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'comments')
    const asked = new URL(request.url).searchParams
    const db = context.store.read
    const today = dayOf(context.clock.now())
    const wanted = readPeriod(asked.get('from'), asked.get('to'), today)
    const period = wanted ?? lastWholeMonth(today)
    const city = await hiddenLevelsByOffice(db, period)
    const question = readCommentQuestion(asked)
    const below = readPlace(asked.get('below'))
    const view = await commentView(db, { period, question, ...city, mayRead: readsComments(role) }, below)
    const lang = langOf(request)
    const [now, before, after] = [period, previous(period), next(period)].map((each) =>
      writtenPeriod(lang, each),
    )
    const page = {
      ...{ lang, viewer: { name, role }, period, today, question, view },
      names: { now: now ?? '', before: before ?? '', after: after ?? '' },
      below: below !== null,
      problem: wanted === null,
    }
    const cookie = languageCookie(request)
    return defer(unwritten(page), {
      status: wanted ? 200 : 400,
      headers: cookie ? { 'Set-Cookie': cookie } : {},
    })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${data?.names.now ?? ''} · ${t('comments:title')} · ${t('frame:name')}` }]
}

export default function CommentsDoor() {
  return <CommentsPage {...useLoaderData<typeof loader>()} />
}
