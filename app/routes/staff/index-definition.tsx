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
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { decideDefinition, knownDefinitions } from '#app/reports/definitions/decide-definition.server.ts'
import { mayDefine } from '#app/reports/definitions/definition-form.ts'
import { DefinitionsPage } from '#app/reports/definitions/definitions-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'
import definitionsCss from '../../reports/definitions/definitions.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: definitionsCss }]

/** How the headline is counted, with every version there was. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'indexDefinition')
    const today = dayOf(context.clock.now())
    const page = {
      ...deskOf(request, viewer),
      definitions: await knownDefinitions(context.store.read, today),
      mayDefine: mayDefine(viewer),
      today,
    }
    return json(page, { headers: deskHeaders(request) })
  })

/** Decides a new version. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'indexDefinition')
    const refused = await decideDefinition(context, viewer, await readForm(request))
    if (refused) return json(refused, 400)
    return redirect(patterns.indexDefinition, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('definitions:title')} · ${t('frame:name')}` }]
}

export default function IndexDefinitionDoor() {
  const refused = useActionData<typeof action>() ?? null
  return <DefinitionsPage {...useLoaderData<typeof loader>()} refused={refused} />
}
