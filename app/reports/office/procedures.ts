import type { ProcedureDossierSum, ProcedureLevelSum } from '#db/queries/breakdown-sums.ts'
import type { ProcedureWithField } from '#db/queries/procedures.ts'
import type { Channel } from '#db/schema.ts'
import { countsInHeadline, type IndexDefinition } from '../../statistics/index-definition.ts'
import { levelCountsOf, noCounts } from '../../statistics/level-counts.ts'
import { type BreakdownLine, brokenDown, partsBy } from './breakdown.ts'

/** A field or a procedure of it; `name` '' is what no dossier tells. */
export interface ProcedureLine extends BreakdownLine {
  name: string
  code: string
  depth: 0 | 1
  returned: number
  onTime: number
}

export interface ChannelLine extends BreakdownLine {
  id: Channel
  returned: number
  onTime: number
}

export interface ProcedureFigures {
  procedures: ProcedureLine[]
  channels: ChannelLine[]
}

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post', 'unstated']
const UNKNOWN = ''

interface Rows {
  levels: readonly ProcedureLevelSum[]
  dossiers: readonly ProcedureDossierSum[]
  /** In the order of fields and codes. */
  known: readonly ProcedureWithField[]
}

/** Fields with their procedures, and channels: those that counted something, in the catalogue's order. */
export function procedureFigures(
  { levels, dossiers, known }: Rows,
  definition: IndexDefinition,
  isHidden: boolean,
): ProcedureFigures {
  const counted = levels.filter(({ trust, stage }) => countsInHeadline(definition, trust, stage))
  const byId = new Map(known.map((procedure) => [procedure.id, procedure]))
  const fieldOf = (id: string) => `field/${byId.get(id)?.field_id ?? UNKNOWN}`
  const there = new Set([...counted, ...dossiers].map(({ procedure_id }) => procedure_id))
  const order = [...known.map(({ id }) => id), UNKNOWN].filter((id) => there.has(id))
  const parts = partsBy(counted, ({ procedure_id }) => procedure_id, levelCountsOf, order)
  const fields = [...new Set(parts.map(({ id }) => fieldOf(id)))]
  const lines = brokenDown(
    [
      ...fields.map((id) => ({ id, counts: noCounts })),
      ...parts.map(({ id, counts }) => ({ id: partId(id), counts, parentId: fieldOf(id) })),
    ],
    definition,
    isHidden,
  )
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  const dossiersOf = (isOf: (id: string) => boolean) =>
    summed(dossiers, ({ procedure_id }) => isOf(procedure_id))
  return {
    procedures: fields.flatMap((field): ProcedureLine[] => {
      const inside = parts.filter(({ id }) => fieldOf(id) === field)
      const first = byId.get(inside[0]?.id ?? '')
      const head = line(lineOf.get(field), field)
      return [
        {
          ...head,
          ...{ name: first?.field_name ?? '', code: '', depth: 0 },
          ...dossiersOf((id) => fieldOf(id) === field),
        },
        ...(first ? inside : []).map(
          ({ id }): ProcedureLine => ({
            ...line(lineOf.get(partId(id)), partId(id)),
            ...{ name: byId.get(id)?.name ?? '', code: byId.get(id)?.code ?? '', depth: 1 },
            ...dossiersOf((other) => other === id),
          }),
        ),
      ]
    }),
    channels: channelLines(counted, dossiers, definition, isHidden),
  }
}

/** The unknown procedure needs an id too. */
const partId = (id: string) => `procedure/${id}`

const line = (found: BreakdownLine | undefined, id: string): BreakdownLine =>
  found ?? { id, figure: { state: 'none' }, differs: null }

function channelLines(
  counted: readonly ProcedureLevelSum[],
  dossiers: readonly ProcedureDossierSum[],
  definition: IndexDefinition,
  isHidden: boolean,
): ChannelLine[] {
  const parts = partsBy(counted, ({ channel }) => channel, levelCountsOf, CHANNELS)
  return brokenDown(parts, definition, isHidden)
    .map((each) => ({
      ...each,
      id: each.id as Channel,
      ...summed(dossiers, ({ channel }) => channel === each.id),
    }))
    .filter(({ figure, returned }) => figure.state !== 'none' || returned > 0)
}

function summed(rows: readonly ProcedureDossierSum[], isIn: (row: ProcedureDossierSum) => boolean) {
  const inside = rows.filter(isIn)
  return {
    returned: inside.reduce((sum, row) => sum + row.returned, 0),
    onTime: inside.reduce((sum, row) => sum + row.on_time, 0),
  }
}
