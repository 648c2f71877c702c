import { seal, unseal } from '#app/auth/sealed.server.ts'
import { broughtCookie } from './cookie.ts'

/** What a browser carries for a few minutes from one page to the next, unreadable to it. */
type Name = 'hl_half' | 'hl_provider' | 'hl_once'

const SECONDS: Record<Name, number> = { hl_half: 300, hl_provider: 600, hl_once: 300 }

interface Keeper {
  config: { production: boolean }
  secret: { key: string }
  clock: { now(): Date }
}

const header = ({ config }: Keeper, name: Name, value: string, seconds: number): [string, string] => [
  'Set-Cookie',
  [
    `${config.production ? '__Host-' : ''}${name}=${value}`,
    `Max-Age=${seconds}`,
    'Path=/',
    'HttpOnly',
    ...(config.production ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; '),
]

/** The header that makes the browser keep `text`, sealed, for as long as its name says. */
export function keepSealed(keeper: Keeper, name: Name, text: string): [string, string] {
  const until = keeper.clock.now().getTime() + SECONDS[name] * 1000
  return header(keeper, name, seal(keeper.secret.key, `cookie|${name}`, `${until}|${text}`), SECONDS[name])
}

/** What the browser brings back, or null: nothing, not ours, or too old. */
export function readSealed(request: Request, keeper: Keeper, name: Name): string | null {
  const wanted = `${keeper.config.production ? '__Host-' : ''}${name}`
  const value = broughtCookie(request.headers.get('cookie'), wanted)
  const opened = value && value.length < 4000 ? unseal(keeper.secret.key, `cookie|${name}`, value) : null
  if (!opened) return null
  const at = opened.indexOf('|')
  return keeper.clock.now().getTime() < Number(opened.slice(0, at)) ? opened.slice(at + 1) : null
}

/** The headers that make the browser forget those of them it came with. */
export function dropKept(request: Request, keeper: Keeper, names: Name[]): [string, string][] {
  const sent = request.headers.get('cookie') ?? ''
  return names.filter((name) => sent.includes(`${name}=`)).map((name) => dropSealed(keeper, name))
}

/** The header that makes the browser forget it. */
export const dropSealed = (keeper: Keeper, name: Name): [string, string] => header(keeper, name, '', 0)
