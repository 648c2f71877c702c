import { createReadStream } from 'node:fs'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { answering } from '#app/http/refusals.server.ts'
import { runProgress } from '#app/reports/report/report-runs.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES = { docx: `${OFFICE}.wordprocessingml.document`, xlsx: `${OFFICE}.spreadsheetml.sheet` }

/** A report's file, streamed from its temporary place to whoever asked for it. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const { staffId } = await requireViewer(request, context, 'reportRunFile')
    const run = context.reportRuns.find(staffId, (params.file ?? '').replace(/\.(docx|xlsx)$/, ''))
    if (run?.status !== 'done') throw new NotFound()
    const { kind, from } = run.period
    return new Response(createReadableStreamFromReadable(createReadStream(run.file)), {
      headers: {
        'Content-Type': TYPES[run.kind],
        'Content-Length': String(runProgress(run).bytes),
        'Content-Disposition': `attachment; filename="bao-cao-${kind}-${from}.${run.kind}"`,
        'Cache-Control': 'no-store, no-transform',
      },
    })
  })
