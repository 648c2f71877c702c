import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { LARGEST_DESK_FORM, readForm } from '#app/http/form.server.ts'
import { langOf } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { reportPath } from '#app/paths.ts'
import { askedReport } from '#app/reports/report/asked-report.server.ts'
import { beginReport, isReportFile } from '#app/reports/report/begin-report.server.ts'
import { doToReport } from '#app/reports/report/report-deeds.server.ts'
import { readReportDone, readReportTexts } from '#app/reports/report/report-form.ts'
import { ReportPage, scopeQuestion } from '#app/reports/report/report-page.tsx'
import reportsCss from '#app/reports/report/reports.css?url'
import { writtenClosable } from '#app/reports/report/written-report.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** A period's report, closed or provisional. */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'report')
    const asked = new URL(request.url).searchParams
    const desk = deskOf(request, viewer)
    const report = await askedReport(context, desk.lang, params, asked)
    const page = { ...desk, report, done: readReportDone(asked.get('xong')), isBusy: asked.has('busy') }
    return json(page, { headers: deskHeaders(request) })
  })

/** Signs, withdraws, reopens, or saves what was written. */
export const action = ({ request, context, params }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'report')
    const [lang, question] = [langOf(request), new URL(request.url).searchParams]
    const form = await readForm(request, LARGEST_DESK_FORM)
    const deed = form.get('deed') ?? ''
    if (isReportFile(deed))
      return redirect(await beginReport(context, viewer, { deed, lang, params, question }), 303)
    const report = await askedReport(context, lang, params, question)
    const outcome = await doToReport(context, viewer, report, form)
    if ('done' in outcome) {
      const back = { ...scopeQuestion(report), xong: outcome.done }
      return redirect(reportPath(params.kind ?? '', params.from ?? '', back), 303)
    }
    return json({ ...outcome, typed: form.get('deed') === 'save' ? readReportTexts(form).texts : null }, 400)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  const period = data ? `: ${writtenClosable(data.lang, data.report.period)}` : ''
  return [{ title: `${t('reports:title')}${period} · ${t('frame:name')}` }]
}

export default function ReportDoor() {
  const { report, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = { ...report, texts: answer?.typed ?? report.texts }
  return <ReportPage {...page} report={shown} problem={answer?.problem ?? null} />
}
