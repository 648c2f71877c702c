import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { langOf } from './http/language.server.ts'
import { HTML_LANG } from './i18n/languages.ts'
import { textsIn } from './i18n/texts.ts'
import chartsCss from './ui/charts.css?url'
import deskCss from './ui/desk.css?url'
import { TROUBLE_OF_STATUS, TroublePage } from './ui/trouble-page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: chartsCss },
  { rel: 'stylesheet', href: deskCss },
  { rel: 'icon', href: 'data:,' },
]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: textsIn[data?.lang ?? 'vi']('frame:name') },
]

export const loader = ({ request }: LoaderFunctionArgs) => ({ lang: langOf(request) })

const useLang = () => useRouteLoaderData<typeof loader>('root')?.lang ?? 'vi'

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={HTML_LANG[useLang()]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const kind = isRouteErrorResponse(error) ? TROUBLE_OF_STATUS[error.status] : undefined
  return <TroublePage lang={useLang()} kind={kind ?? 'fault'} />
}
