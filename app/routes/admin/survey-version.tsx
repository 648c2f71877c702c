import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { largestFormAt, readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { type Lang, readLang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { SurveyPreview } from '#app/responses/survey-preview.tsx'
import { requireViewer, viewerFrom } from '#app/session-cookie.ts'
import { SendAgainPage } from '#app/surveys/send-again-page.tsx'
import { readDone, SurveyVersionPage, withTypedContent } from '#app/surveys/survey-version-page.tsx'
import { surveyVersionView } from '#app/surveys/survey-version-view.server.ts'
import { versionTitle } from '#app/surveys/survey-words.ts'
import { takeVersionStep } from '#app/surveys/version-step.server.ts'
import { TROUBLE_OF_STATUS, TroublePage } from '#app/ui/trouble-page.tsx'
import surveysCss from '../../surveys/surveys.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: surveysCss }]

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'surveyVersion')
    const asked = new URL(request.url).searchParams
    const view = await surveyVersionView(context.store.read, params.version ?? '', dayOf(context.clock.now()))
    const desk = deskOf(request, viewer)
    const shown = readLang(asked.get('preview')) ?? desk.lang
    const page = { ...desk, view, nonce: context.nonce, shown, done: readDone(asked.get('done')) }
    return json(page, { headers: deskHeaders(request) })
  })

/** Every button; when the session has ended meanwhile, what was typed waits to be sent again. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const form = await readForm(request, largestFormAt(new URL(request.url).pathname))
    if (form.has('revision') && !(await viewerFrom(request, context))) throw json([...form], 401)
    const viewer = await requireViewer(request, context, 'surveyVersion')
    const step = await takeVersionStep(context, viewer, params.version ?? '', form)
    return 'to' in step ? redirect(step.to, 303) : json(step, step.status)
  })

/** Without data it is the page that asks to send again, which has a title too. */
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const name = textsIn[data?.lang ?? 'vi']('frame:name')
  return [{ title: data ? `${versionTitle(data.lang, data.view)} · ${name}` : name }]
}

export default function SurveyVersionDoor() {
  const { nonce, view, done, ...page } = useLoaderData<typeof loader>()
  const step = useActionData<typeof action>()
  const refused = step && 'refused' in step ? step : null
  const shown = withTypedContent(view, refused?.typed ?? null)
  const preview = <SurveyPreview lang={page.lang} shown={page.shown} content={shown.content} nonce={nonce} />
  return (
    <SurveyVersionPage
      {...page}
      view={shown}
      done={refused ? null : done}
      refused={refused?.refused ?? null}
      preview={preview}
    />
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const lang = useRouteLoaderData<{ lang: Lang }>('root')?.lang ?? 'vi'
  if (isRouteErrorResponse(error) && error.status === 401) {
    return <SendAgainPage lang={lang} typed={error.data as [string, string][]} />
  }
  const kind = isRouteErrorResponse(error) ? TROUBLE_OF_STATUS[error.status] : undefined
  return <TroublePage lang={lang} kind={kind ?? 'fault'} />
}
