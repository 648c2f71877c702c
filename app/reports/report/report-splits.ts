import type { Stage, Trust } from '#db/schema.ts'
import type { ExportedCell } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { hiddenLines } from '../../statistics/disclosure.ts'
import { countsInHeadline, indexDefinitionOf } from '../../statistics/index-definition.ts'
import { satisfiedShare } from '../../statistics/satisfied-share.ts'
import { SATISFIED_TARGET, verdict } from '../../statistics/verdict.ts'
import { placesWithin, recordedPlaces } from '../recorded-places.ts'
import type { Report } from './report.ts'

/** Ways to split the city's headline: by field, by respondent, by how it was rated. */
export const SPLITS = ['linh-vuc', 'doi-tuong', 'kenh'] as const
export type SplitId = (typeof SPLITS)[number]

interface SplitLine {
  name: string
  n: number
  satisfied: number
}

type Levels = readonly number[]
type Split = (
  lang: Lang,
  report: Report,
) => { name: string; trust: Trust; stage: Stage; levels: Levels; office: string }[]

const fieldLines: Split = (lang, { record }) => {
  const nameOf = new Map(record.fields.map(({ id, name }) => [id, name]))
  return record.field_levels.map(([office, field, trust, stage, ...levels]) => ({
    ...{ office, trust, stage, levels },
    name: nameOf.get(field) ?? textsIn[lang]('reports:unknownField'),
  }))
}

const respondentLines: Split = (lang, { record }) =>
  record.levels.map(([office, trust, stage, respondent, ...levels]) => ({
    ...{ office, trust, stage, levels },
    name: textsIn[lang](`reports:respondent.${respondent}`),
  }))

const trustLines: Split = (lang, { record }) =>
  record.levels.map(([office, trust, stage, , ...levels]) => ({
    ...{ office, trust, stage, levels },
    name: textsIn[lang](`reports:trust.${trust}`),
  }))

const LINES: Record<SplitId, Split> = {
  'linh-vuc': fieldLines,
  'doi-tuong': respondentLines,
  kenh: trustLines,
}

/** The city's headline split one way; lines too few to show, and what would give them away, show nothing. */
export function splitRows(lang: Lang, report: Report, id: SplitId): ExportedCell[][] {
  const definition = indexDefinitionOf(report.record.index_definitions[0] ?? fail())
  const everywhere = recordedPlaces(report.record, () => true)
  const inCity = new Set(placesWithin(everywhere, '').map((office) => office.id))
  const sums = new Map<string, SplitLine>()
  for (const { name, trust, stage, levels, office } of LINES[id](lang, report)) {
    if (!inCity.has(office) || !countsInHeadline(definition, trust, stage)) continue
    const sum = sums.get(name) ?? { name, n: 0, satisfied: 0 }
    sum.n += levels.reduce((all, n) => all + n, 0)
    sum.satisfied += definition.satisfiedLevels.reduce((all, level) => all + (levels[level - 1] ?? 0), 0)
    sums.set(name, sum)
  }
  const lines = [...sums.values()].filter(({ n }) => n > 0).sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const hidden = hiddenLines(
    lines.map(({ n }) => n),
    definition.minimumN,
  )
  return lines.map(({ name, n, satisfied }, at) => {
    const figure = hidden.lines.has(at) ? null : satisfiedShare(satisfied, n)
    if (!figure) return [name, null, null, null, null, null, 'hidden']
    return [name, n, satisfied, figure.share, figure.lower, figure.upper, verdict(figure, SATISFIED_TARGET)]
  })
}

function fail(): never {
  throw new Error('A record without an index definition')
}
