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
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { changeKiosksByForm } from '#app/kiosk/kiosk-forms.server.ts'
import { kioskRegistry } from '#app/kiosk/kiosk-registry.server.ts'
import { readKioskDone } from '#app/kiosk/kiosk-registry.ts'
import { KiosksPage } from '#app/kiosk/kiosks-page.tsx'
import { mayAdminister } from '#app/offices/administration.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import kiosksCss from '../../kiosk/kiosks.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: kiosksCss }]

/** The registry of tablets. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'kiosks')
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: readKioskDone(new URL(request.url).searchParams.get('xong')),
      registry: await kioskRegistry(context.store.read, context.clock.now()),
      origin: context.config.origin,
    }
    return json(page, { headers: deskHeaders(request) })
  })

/** A code is shown on the page that answers the form, once: it is kept nowhere as it is typed. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'kiosks')
    const outcome = await changeKiosksByForm(context, viewer, await readForm(request))
    if ('done' in outcome) return redirect(`${patterns.kiosks}?xong=${outcome.done}`, 303)
    return json(outcome, 'made' in outcome ? 200 : 400)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('kiosks:title')} · ${t('frame:name')}` }]
}

export default function KiosksDoor() {
  return <KiosksPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>() ?? null} />
}
