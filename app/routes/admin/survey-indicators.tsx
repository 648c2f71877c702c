import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { requireViewer } from '#app/session-cookie.ts'
import { readIndicatorForm } from '#app/surveys/indicator-form.ts'
import { enterIndicators, nd61OfOffices } from '#app/surveys/nd61.server.ts'
import { Nd61Page, nd61Address } from '#app/surveys/nd61-page.tsx'
import { nd61Title, readScoredPeriod } from '#app/surveys/scored-period.ts'
import surveysCss from '../../surveys/surveys.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: surveysCss }]

const periodOf = (request: Request, now: Date) => {
  const asked = new URL(request.url).searchParams
  return readScoredPeriod(asked.get('from'), asked.get('to'), dayOf(now))
}

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'nd61')
    const now = context.clock.now()
    const period = periodOf(request, now)
    const asked = new URL(request.url).searchParams
    const offices = await nd61OfOffices(context.store.read, period)
    const chosen = offices.find(({ id }) => id === asked.get('office')) ?? null
    if (asked.has('office') && !chosen) throw new NotFound()
    const [lang, today, saved] = [langOf(request), dayOf(now), asked.has('saved')]
    const page = { lang, viewer: { name, role }, period, today, offices, chosen, saved }
    const cookie = languageCookie(request)
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Enters the points of one office and period; what is wrong comes back at its field. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'nd61')
    const form = await readForm(request)
    const [office, period] = [form.get('office') ?? '', periodOf(request, context.clock.now())]
    const scores = readIndicatorForm(form)
    if (!Array.isArray(scores)) return json(scores, 400)
    await enterIndicators(context, viewer, { office, period, scores })
    throw redirect(nd61Address(period, office).replace('#', '&saved#'), 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  return data ? [{ title: `${nd61Title(data.lang, data.period)} · ${textsIn[data.lang]('frame:name')}` }] : []
}

export default function SurveyIndicatorsDoor() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return <Nd61Page {...page} saved={page.saved && !refused} refused={refused} />
}
