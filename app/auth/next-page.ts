/** Where somebody may be led after signing in: the desks, and nothing outside them. */
const DESKS = /^\/(van-phong|quan-tri|tai-khoan)(?=$|[/.])/

const NOWHERE = 'http://desk.invalid'

/** A page of ours to go on to, or null; never another site's, however it is spelled. */
export function safeNext(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 500 || !wanted.startsWith('/') || !URL.canParse(wanted, NOWHERE)) return null
  const read = new URL(wanted, NOWHERE)
  return read.origin === NOWHERE && DESKS.test(read.pathname) ? read.pathname + read.search : null
}
