import type { ProcedureDossierSum } from '#db/queries/breakdown-sums.ts'
import type { ProcedureWithField } from '#db/queries/procedures.ts'
import type { Channel, ReleasedPartRow, Respondent } from '#db/schema.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { noCounts, totalOf } from '../../statistics/level-counts.ts'
import { satisfiedShare } from '../../statistics/satisfied-share.ts'
import type { ShareFigure } from '../rating-figure.ts'
import { countsByPart, partsWithShare, type ToldPart, toldParts, verifiedParts } from './told-parts.ts'

/** A procedure of a month: dossiers, ratings, and the share of verified ones where it may be said. */
export interface ToldProcedure extends ToldPart {
  name: string
  code: string
  returned: number
  onTime: number
  share: ShareFigure
}

/** A month's released ratings of one office, divided. */
export interface ReleasedDivisions {
  /** How many ratings are divided. */
  n: number
  procedures: ToldProcedure[]
  channels: (ToldPart & { id: Channel; returned: number; onTime: number })[]
  respondents: (ToldPart & { id: Respondent })[]
}

interface Rows {
  parts: readonly ReleasedPartRow[]
  dossiers: readonly ProcedureDossierSum[]
  /** In the order of fields and codes. */
  known: readonly ProcedureWithField[]
}

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post', 'unstated']
const RESPONDENTS: readonly Respondent[] = ['citizen', 'business', 'unstated']
const UNKNOWN = ''

/** By procedure, channel and respondent; what is hidden of each is hidden whatever the others show. */
export function releasedDivisions(
  { parts, dossiers, known }: Rows,
  definition: IndexDefinition,
): ReleasedDivisions {
  const nOf = (kind: ReleasedPartRow['kind']) => {
    const told = new Map(toldParts(parts, kind, definition).map((part) => [part.id, part.n]))
    return (id: string) => (told.has(id) ? (told.get(id) ?? null) : 0)
  }
  const [procedureN, channelN, respondentN] = [nOf('procedure'), nOf('channel'), nOf('respondent')]
  return {
    n: totalOf(countsByPart(parts, 'all', definition).get('') ?? noCounts),
    procedures: procedures({ parts, dossiers, known }, definition, procedureN),
    channels: CHANNELS.map((id) => ({
      ...{ id, n: channelN(id) },
      ...summed(dossiers, ({ channel }) => channel === id),
    })).filter(({ n, returned }) => n !== 0 || returned > 0),
    respondents: RESPONDENTS.map((id) => ({ id, n: respondentN(id) })).filter(({ n }) => n !== 0),
  }
}

function procedures(
  { parts, dossiers, known }: Rows,
  definition: IndexDefinition,
  nOf: (id: string) => number | null,
): ToldProcedure[] {
  const verified = verifiedParts(parts, 'procedure', definition).filter(({ id }) => id !== UNKNOWN)
  const isTold = ({ id }: { id: string }) => nOf(id) !== null
  const withShare = partsWithShare(
    verified.filter(isTold),
    verified.filter((part) => !isTold(part)),
    definition.minimumN,
  )
  const shareOf = (id: string): ShareFigure => {
    const part = verified.find((each) => each.id === id)
    if (!part || part.n === 0) return { state: 'none' }
    const share = withShare.has(id) ? satisfiedShare(part.satisfied, part.n) : null
    return share ? { state: 'shown', ...share } : { state: 'hidden' }
  }
  const unknown = { id: UNKNOWN, name: '', code: '' }
  return [...known, unknown]
    .map(({ id, name, code }) => ({
      ...{ id, name, code, n: nOf(id), share: shareOf(id) },
      ...summed(dossiers, ({ procedure_id }) => procedure_id === id),
    }))
    .filter(({ n, returned }) => n !== 0 || returned > 0)
}

function summed(rows: readonly ProcedureDossierSum[], isIn: (row: ProcedureDossierSum) => boolean) {
  const inside = rows.filter(isIn)
  return {
    returned: inside.reduce((sum, row) => sum + row.returned, 0),
    onTime: inside.reduce((sum, row) => sum + row.on_time, 0),
  }
}
