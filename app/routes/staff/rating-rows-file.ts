import { createReadStream } from 'node:fs'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { answering } from '#app/http/refusals.server.ts'
import { exportProgress } from '#app/reports/export-jobs.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The file of single ratings, streamed from its temporary place to whoever asked for it, its length said. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const { staffId } = await requireViewer(request, context, 'ratingRowsFile')
    const job = context.exports.find(staffId, (params.file ?? '').replace(/\.csv$/, ''))
    if (job?.status !== 'done') throw new NotFound()
    return new Response(createReadableStreamFromReadable(createReadStream(job.file)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Length': String(exportProgress(job).bytes),
        'Content-Disposition': `attachment; filename="tung-luot-${job.from}_${job.to}.csv"`,
        // Not packed on the way: the browser shows how much is still to come.
        'Cache-Control': 'no-store, no-transform',
      },
    })
  })
