import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, dayOf } from '#app/calendar/day.ts'
import { deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, surveyVersionPath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import { chooseSurvey } from '#app/surveys/choose-survey.server.ts'
import { makeDraft } from '#app/surveys/edit-draft.server.ts'
import { surveyList } from '#app/surveys/survey-list.server.ts'
import { SurveysPage } from '#app/surveys/surveys-page.tsx'
import surveysCss from '../../surveys/surveys.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: surveysCss }]

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'surveys')
    const today = dayOf(context.clock.now())
    const page = {
      ...{ ...deskOf(request, viewer), tomorrow: addDays(today, 1) },
      list: await surveyList(context.store.read, today),
      saved: new URL(request.url).searchParams.has('chosen'),
    }
    const cookie = languageCookie(request)
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Makes a draft, or says who asks which survey from when. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'surveys')
    const form = await readForm(request)
    const source = form.get('draft')
    if (source !== null) {
      throw redirect(surveyVersionPath(await makeDraft(context, viewer, source)), 303)
    }
    const said = (field: string) => (form.get(field) ?? '').slice(0, 80)
    const choice = { office: said('office'), survey: said('survey'), from: said('from') }
    const result = await chooseSurvey(context, viewer, choice)
    if (result === 'chosen') throw redirect(`${patterns.surveys}?chosen#use`, 303)
    return json({ ...choice, problem: result }, 400)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('surveys:title')} · ${t('frame:name')}` }]
}

export default function SurveysDoor() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return <SurveysPage {...page} saved={page.saved && !refused} refused={refused} />
}
