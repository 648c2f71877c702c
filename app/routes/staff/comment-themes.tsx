import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { removeTheme, saveTheme } from '#app/comments/edit-themes.server.ts'
import { readComments } from '#app/comments/read-comments.server.ts'
import { readThemeForm } from '#app/comments/theme-form.ts'
import { themesInUse } from '#app/comments/themes-in-use.server.ts'
import { ThemesPage } from '#app/comments/themes-page.tsx'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import commentsCss from '../../comments/comments.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: commentsCss }]

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role } = await requireViewer(request, context, 'commentThemes')
    const page = {
      ...{ lang: langOf(request), viewer: { name, role } },
      ...(await themesInUse(context.store.read)),
      saved: new URL(request.url).searchParams.has('saved'),
    }
    const cookie = languageCookie(request)
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Saves, adds or drops a theme; comments are read again behind the answer's back. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'commentThemes')
    const form = await readForm(request)
    const typed = readThemeForm(form)
    if (form.get('do') === 'remove') await removeTheme(context, viewer, typed.id)
    else {
      const result = await saveTheme(context, viewer, typed)
      if (result !== 'saved') return json({ typed, problem: result }, 400)
    }
    readComments(context.store).catch((err: unknown) =>
      context.log.error({ err }, 'comments were not read anew'),
    )
    throw redirect(`${patterns.commentThemes}?saved`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('comments:edit.title')} · ${t('frame:name')}` }]
}

export default function CommentThemesDoor() {
  return <ThemesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
