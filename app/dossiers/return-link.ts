import { v7 as uuid } from 'uuid'
import type { DossierRow, InvitationRow } from '#db/schema.ts'
import { isClosed } from './dossier.ts'

/** How long a dossier's link may first be answered after the return. */
export const LINK_VALID_DAYS = 30

/** A dossier's link as the city's secret derives it: its token is printed, its look-up stored. */
export interface DerivedLink {
  token: string
  lookup: string
  keyNumber: number
}

/** Derives a dossier's link, each time the same (invitations/dossier-link.ts does, with the city's secret). */
export type LinkFor = (dossierCode: string) => DerivedLink

export function isAnswered(link: Pick<InvitationRow, 'status'> | undefined): boolean {
  return link?.status === 'answered' || link?.status === 'used'
}

/**
 * The link a dossier must have now, or null when nothing is to be written. A dossier has one from its first return or
 * refusal on. An answered link never changes again; an unanswered one follows its dossier: revoked while it is not
 * closed, valid from the (corrected) return, open again once it is returned again.
 */
export function returnLinkAfter(
  dossier: DossierRow,
  before: { dossier: DossierRow | undefined; link: InvitationRow | undefined },
  derived: DerivedLink,
): InvitationRow | null {
  const { link } = before
  const closed = isClosed(dossier.outcome)
  if (!link) return closed ? newLink(dossier, derived) : null
  if (isAnswered(link)) return null
  const wasClosed = before.dossier !== undefined && isClosed(before.dossier.outcome)
  const after: InvitationRow = closed
    ? {
        ...link,
        ...validity(dossier),
        office_id: dossier.office_id,
        status: wasClosed ? link.status : 'open',
      }
    : { ...link, office_id: dossier.office_id, status: 'revoked' }
  return sameLink(link, after) ? null : after
}

function newLink(dossier: DossierRow, derived: DerivedLink): InvitationRow {
  return {
    id: uuid(),
    kind: 'dossier',
    lookup: derived.lookup,
    office_id: dossier.office_id,
    counter_id: null,
    dossier_id: dossier.id,
    stage: 'return',
    trust: 'verified',
    issue_number: 1,
    key_number: derived.keyNumber,
    placard_number: 0,
    ...validity(dossier),
    status: 'open',
  }
}

function validity(dossier: DossierRow): Pick<InvitationRow, 'valid_from' | 'valid_to'> {
  const end = Date.parse(dossier.returned_at) + LINK_VALID_DAYS * 86_400_000
  return { valid_from: dossier.returned_at, valid_to: new Date(end).toISOString() }
}

const sameLink = (a: InvitationRow, b: InvitationRow) =>
  a.office_id === b.office_id &&
  a.valid_from === b.valid_from &&
  a.valid_to === b.valid_to &&
  a.status === b.status
