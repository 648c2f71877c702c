import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Store } from '#db/connection.ts'
import { insertIndexDefinition, listIndexDefinitions } from '#db/queries/index-definitions.ts'
import type { Db } from '#db/schema.ts'
import type { Clock } from '../../calendar/clock.ts'
import { type Day, dayOf } from '../../calendar/day.ts'
import { Forbidden } from '../../errors.ts'
import { indexDefinitionOf } from '../../statistics/index-definition.ts'
import { countsAlike, mayDefine, type RefusedDefinition, readDefinition, typedIn } from './definition-form.ts'
import { type DecidedDefinition, definitionHistory, type KnownDefinition } from './definition-history.ts'

/** Every index definition with its days and reasons, the newest first. */
export async function knownDefinitions(db: Db, today: Day): Promise<KnownDefinition[]> {
  return definitionHistory(await decided(db), today)
}

async function decided(db: Db): Promise<DecidedDefinition[]> {
  return (await listIndexDefinitions(db)).map((row) => ({
    ...indexDefinitionOf(row),
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
}

/**
 * Decides how the headline is counted from a day on, today or later: a new version beside the old ones, which stay as
 * they were. A planned one is undone by another that begins on the same day.
 * @throws Forbidden for everybody but Văn phòng
 */
export function decideDefinition(
  { store, clock }: { store: Pick<Store, 'write'>; clock: Clock },
  viewer: Viewer,
  form: URLSearchParams,
): Promise<RefusedDefinition | null> {
  if (!mayDefine(viewer)) throw new Forbidden()
  const now = clock.now()
  const wanted = readDefinition(form, dayOf(now))
  return store.write(async (tx) => {
    if ('problems' in wanted) return wanted
    const known = definitionHistory(await decided(tx), wanted.validFrom)
    const before = known.find(({ state }) => state === 'in_force')
    if (before && countsAlike(wanted, before)) {
      return { problems: { trust: 'unchanged' }, typed: typedIn(form) }
    }
    const version = Math.max(0, ...known.map((definition) => definition.version)) + 1
    await insertIndexDefinition(tx, {
      version,
      valid_from: wanted.validFrom,
      trust_classes: JSON.stringify(wanted.trustClasses),
      stages: JSON.stringify(wanted.stages),
      satisfied_levels: JSON.stringify(wanted.satisfiedLevels),
      minimum_n: wanted.minimumN,
      reason: wanted.reason,
      decided_at: now.toISOString(),
      decided_by: viewer.name,
    })
    const { trustClasses, stages, satisfiedLevels, minimumN } = before ?? wanted
    await recordAudit(tx, clock, viewer, {
      action: 'index_definition.decide',
      subject: { kind: 'index_definition', id: String(version) },
      before: { version: before?.version ?? 0, trustClasses, stages, satisfiedLevels, minimumN },
      after: wanted,
    })
    return null
  })
}
