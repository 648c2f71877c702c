/** What a browser brings back under a name, from its `Cookie` header; '' is a value, undefined none. */
export function broughtCookie(header: string | null, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((text) => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}
