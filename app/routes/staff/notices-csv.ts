import type { LoaderFunctionArgs } from '@remix-run/node'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedNotices } from '#app/notices/exported-notices.ts'
import { everyOwnNotice } from '#app/notices/own-notices.server.ts'
import { readNoticeQuestion } from '#app/notices/own-notices.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The same notices as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const viewer = await requireViewer(request, context, 'noticesCsv')
    const question = readNoticeQuestion(new URL(request.url).searchParams)
    const notices = everyOwnNotice(context.store.read, viewer.staffId, question)
    return tableAnswer(request, exportedNotices(langOf(request), notices))
  })
