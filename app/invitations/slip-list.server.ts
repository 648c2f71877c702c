import type { Clock } from '#app/calendar/clock.ts'
import { addDays, type Day, dayOf } from '#app/calendar/day.ts'
import { isClosed } from '#app/dossiers/dossier.ts'
import { normalDossierCode } from '#app/dossiers/dossier-code.ts'
import { findReturnLinks } from '#db/queries/dossier-links.ts'
import { findDossiersByCode } from '#db/queries/dossiers.ts'
import { listDossiersReturnedOn, listOfficesWithCity } from '#db/queries/print-dossiers.ts'
import type { Db, DossierRow, InvitationRow } from '#db/schema.ts'
import { returnLinkOf } from './dossier-link.ts'
import { printedAddress } from './qr.server.ts'
import type { Secret } from './secret.ts'
import type { NoSlip, Slip, SlipLines, SlipRequest } from './slip.ts'

export interface SlipList extends SlipLines {
  slips: Slip[]
}

export interface SlipParts {
  clock: Clock
  secret: Secret
  origin: string
}

/** The slips of an office's day or of the codes given, their links derived again; holds them in memory only. */
export async function slipList(db: Db, parts: SlipParts, request: SlipRequest): Promise<SlipList> {
  const wanted = await dossiersOf(db, request)
  const found = wanted.flatMap(({ dossier }) => (dossier ? [dossier] : []))
  const links = await findReturnLinks(
    db,
    found.map(({ id }) => id),
  )
  const linkOf = new Map(links.map((link) => [link.dossier_id, link]))
  const offices = new Map((await listOfficesWithCity(db)).map((office) => [office.id, office]))
  const list: SlipList = { slips: [], without: [] }
  for (const { code, dossier } of wanted) {
    const link = dossier ? readLink(parts, dossier, linkOf.get(dossier.id)) : ({ why: 'unknown' } as const)
    if (!dossier || 'why' in link) {
      list.without.push({ dossierCode: code, why: 'why' in link ? link.why : 'unknown' })
      continue
    }
    const office = offices.get(dossier.office_id)
    const names = { cityName: office?.city_name ?? '', officeName: office?.name ?? '' }
    list.slips.push({ dossierCode: dossier.code, ...names, ...link })
  }
  return list
}

async function dossiersOf(db: Db, request: SlipRequest): Promise<{ code: string; dossier?: DossierRow }[]> {
  if ('officeId' in request) {
    const dossiers = await listDossiersReturnedOn(db, request.officeId, request.day)
    return dossiers.map((dossier) => ({ code: dossier.code, dossier }))
  }
  const codes = [...new Set(request.codes.map(normalDossierCode))]
  const known = new Map((await findDossiersByCode(db, codes)).map((dossier) => [dossier.code, dossier]))
  return codes.map((code) => {
    const dossier = known.get(code)
    return dossier ? { code, dossier } : { code }
  })
}

function readLink(
  { clock, secret, origin }: SlipParts,
  dossier: DossierRow,
  link: InvitationRow | undefined,
): { address: string; lastDay: Day } | { why: NoSlip } {
  if (!link || link.status === 'revoked' || !isClosed(dossier.outcome)) return { why: 'not_closed' }
  const { token, lookup } = returnLinkOf(secret, dossier.code)
  if (link.lookup !== lookup) return { why: 'other_key' }
  const lastDay = lastWholeDay(link.valid_to)
  if (lastDay < dayOf(clock.now())) return { why: 'expired' }
  return { address: printedAddress(origin, token), lastDay }
}

/** A link ends 30 days after the minute of the return: paper names the last day that is good until its end. */
const lastWholeDay = (validTo: string): Day => addDays(dayOf(new Date(validTo)), -1)

/** What the page shows: the same list without its links. */
export async function slipLines(db: Db, parts: SlipParts, request: SlipRequest): Promise<SlipLines> {
  const { slips, without } = await slipList(db, parts, request)
  return { slips: slips.map(({ dossierCode, lastDay }) => ({ dossierCode, lastDay })), without }
}

/** Every office that ever returned dossiers, open or closed since. */
export async function officesOfSlips(db: Db): Promise<{ id: string; name: string }[]> {
  return (await listOfficesWithCity(db)).map(({ id, name }) => ({ id, name }))
}
