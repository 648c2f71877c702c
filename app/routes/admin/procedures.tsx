import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { LARGEST_FILE, readFormWithFile } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { mayAdminister } from '#app/offices/administration.ts'
import { changeProceduresByForm } from '#app/offices/administration-forms.server.ts'
import { takeInProcedures } from '#app/offices/change-procedures.server.ts'
import { readDone } from '#app/offices/office-changes.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { procedureList } from '#app/offices/procedure-list.server.ts'
import { ProceduresPage } from '#app/offices/procedures-page.tsx'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The list of procedures, or those that fit `?tim=`. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'procedures')
    const asked = new URL(request.url).searchParams
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: readDone(asked.get('xong')),
      added: Number(asked.get('so')) || 0,
      list: await procedureList(context.store.read, (asked.get('tim') ?? '').slice(0, 100)),
    }
    return json(page, { headers: deskHeaders(request) })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'procedures')
    const { form, file } = await readFormWithFile(request, LARGEST_FILE)
    if (form.get('intent') === 'import') {
      const taken = await takeInProcedures(context, viewer, file ?? new Uint8Array())
      if ('lines' in taken) return json({ refused: null, lines: taken.lines }, 400)
      return redirect(`${patterns.procedures}?xong=proceduresTaken&so=${taken.added}`, 303)
    }
    const outcome = await changeProceduresByForm(context, viewer, form)
    if ('done' in outcome) return redirect(`${patterns.procedures}?xong=${outcome.done}`, 303)
    const refused = { intent: form.get('intent') ?? '', ...outcome, typed: typedIn(form) }
    return json({ refused, lines: null }, 400)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('offices:procedures.title')} · ${t('frame:name')}` }]
}

export default function ProceduresDoor() {
  const answer = useActionData<typeof action>()
  return (
    <ProceduresPage
      {...useLoaderData<typeof loader>()}
      refused={answer?.refused ?? null}
      lines={answer?.lines ?? null}
    />
  )
}
