import { createReadStream } from 'node:fs'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { answering } from '#app/http/refusals.server.ts'
import { printProgress } from '#app/invitations/print-jobs.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The PDF of a print, streamed from its temporary file to whoever started it. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const { staffId } = await requireViewer(request, context, 'printFile')
    const job = context.prints.find(staffId, (params.file ?? '').replace(/\.pdf$/, ''))
    if (job?.status !== 'done') throw new NotFound()
    const name = `bang-qr-${job.form}-${dayOf(new Date(job.startedAt))}.pdf`
    return new Response(createReadableStreamFromReadable(createReadStream(job.file)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(printProgress(job).bytes),
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  })
