interface Found {
  kind: 'mail'
  from: number
  to: number
}

const PROVIDERS = 'gmail|yahoo|hotmail|outlook|icloud|zoho|protonmail'
const LONGEST = 64

const AT = /\s?(?:@|\(at\)|\[at\]|(?<![a-z])(?:a cong|acong|a moc|a vong)(?![a-z]))\s?/g
/** A local part as written or spoken, at the end of what stands before the sign. */
const LOCAL = /(?<![a-z0-9])[a-z0-9]+(?:(?:[._%+-]{1,2}| cham | gach duoi | gach ngang )[a-z0-9]+){0,6}$/
const DOMAIN =
  /^[a-z0-9-]{1,40}(?:\s?(?:\.|(?<![a-z])(?:cham|dot)(?![a-z]))\s?[a-z0-9-]{2,20}){1,3}(?![a-z0-9])/
const PROVIDER = new RegExp(`^(?:${PROVIDERS})(?![a-z0-9])`)
/** `minhanh88 gmail.com`: the sign left out. */
const WITHOUT_SIGN = new RegExp(
  `(?<![a-z0-9._-])[a-z0-9._-]{3,40}[ .](?:${PROVIDERS})\\s?(?:\\.|(?<![a-z])cham(?![a-z]))\\s?com(?![a-z])`,
  'g',
)
const MAIL_BEFORE = /(?:mail|thu dien tu|hop thu)(?: cua toi| toi)?(?: la)?\s?[:=-]?\s?$/

/** `gmail: hoa.nguyen90`: the part before the sign alone. */
const LOCAL_ALONE = /(?<=mail ?: ?)[a-z0-9]{2,20}(?:[._][a-z0-9]{1,20}){0,3}(?![a-z0-9._%+-]|\s?@)/g

/** Mail addresses, also spelled out: `lan cham nguyen a cong gmail cham com`. */
export function findMails(folded: string): Found[] {
  return [...withSign(folded), ...withoutSign(folded), ...localsAlone(folded)]
}

function localsAlone(folded: string): Found[] {
  const found = [...folded.matchAll(LOCAL_ALONE)].filter(({ 0: local }) => /[\d._]/.test(local))
  return found.map(({ 0: local, index }) => ({ kind: 'mail', from: index, to: index + local.length }))
}

function withSign(folded: string): Found[] {
  return [...folded.matchAll(AT)].flatMap((sign) => {
    const rest = folded.slice(sign.index + sign[0].length, sign.index + sign[0].length + 2 * LONGEST)
    const domain = DOMAIN.exec(rest) ?? PROVIDER.exec(rest)
    const local =
      (sign[0].includes('@') ? null : spokenBefore(folded, sign.index)) ?? localBefore(folded, sign.index)
    if (!domain || !local) return []
    const to = sign.index + sign[0].length + domain[0].length
    return [{ kind: 'mail' as const, from: sign.index - local.length, to }]
  })
}

/** `mail cua toi: lan nguyen a cong ...`: all that was spelled after "my mail is". */
function spokenBefore(folded: string, at: number): string | null {
  const before = folded.slice(Math.max(0, at - LONGEST), at)
  const told = /(?:mail|thu dien tu|hop thu)[a-z ]{0,12}(?:: ?| la )([a-z0-9]{1,20}(?: [a-z0-9]{1,20}){1,3})$/
  return told.exec(before)?.[1] ?? null
}

function localBefore(folded: string, at: number): string | null {
  const before = folded.slice(Math.max(0, at - LONGEST), at)
  const last = LOCAL.exec(before)?.[0]
  if (!last || last.length >= 3) return last ?? null
  // `hoa mai 88 a cong ...`: what is too short to be all of it takes the word before along.
  const more = /(?<![a-z0-9])[a-z0-9]+ $/.exec(before.slice(0, -last.length))?.[0] ?? ''
  return more + last
}

function withoutSign(folded: string): Found[] {
  return [...folded.matchAll(WITHOUT_SIGN)].flatMap(({ 0: found, index }) => {
    const local = found.split(/[ .](?=[a-z]+\s?(?:\.|cham))/)[0] ?? ''
    const told = MAIL_BEFORE.test(folded.slice(Math.max(0, index - 30), index))
    return told || /\d/.test(local) ? [{ kind: 'mail' as const, from: index, to: index + found.length }] : []
  })
}
