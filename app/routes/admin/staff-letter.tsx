import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inGroups } from '#app/auth/access-code.ts'
import { StaffLetterPage } from '#app/auth/staff-letter-page.tsx'
import { staffMember } from '#app/auth/staff-list.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { dropSealed } from '#app/http/sealed-cookie.server.ts'
import { handedCode } from '#app/http/staff-code-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { activatePath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

/** The paper with a code that was just made, once: the browser forgets it with this answer. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'staffLetter')
    const { store, clock, config } = context
    const member = await staffMember(store.read, clock, viewer, params.staff ?? '')
    const handed = handedCode(request, context, viewer, member.id)
    const headers = new Headers([dropSealed(context, 'hl_once')])
    const cookie = languageCookie(request)
    if (cookie) headers.append('Set-Cookie', cookie)
    const page = {
      lang: langOf(request),
      viewer: { name: viewer.name, role: viewer.role },
      member,
      code: handed ? inGroups(handed.code, 4) : '',
      kind: handed?.kind ?? ('invitation' as const),
      mail: handed?.mail ?? ('none' as const),
      address: config.origin + activatePath(),
    }
    return json(page, { headers })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:letter.title')} · ${t('frame:name')}` }]
}

export default function StaffLetter() {
  return <StaffLetterPage {...useLoaderData<typeof loader>()} />
}
