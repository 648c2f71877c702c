import { hourOf, monthOf } from '#app/calendar/day.ts'
import { weekdayOf } from '#app/calendar/working-days.ts'
import {
  addToHourDossiers,
  addToProcedureDossiers,
  type HourDossierKey,
  type ProcedureDossierKey,
} from '#db/queries/breakdown-counts.ts'
import { addToDossierCount } from '#db/queries/dossier-counts.ts'
import { addToReceivedCount } from '#db/queries/received-dossiers.ts'
import type { DossierCountColumns, DossierRow, ReceivedDossierCountRow, Tx } from '#db/schema.ts'
import { contributionOf, isClosedLate } from './on-time.ts'

type Rated = Pick<DossierRow, 'office_id' | 'procedure_id' | 'channel' | 'returned_day'>

/** Counts that a returned dossier has a verified rating now. */
export async function countRated(tx: Tx, dossier: Rated): Promise<void> {
  const change = { returned: 0, on_time: 0, refused: 0, rated: 1 }
  await addToDossierCount(tx, dossier.returned_day, dossier.office_id, change)
  await addToProcedureDossiers(tx, procedureKeyOf(dossier), change)
}

const procedureKeyOf = (dossier: Rated): ProcedureDossierKey => ({
  month: monthOf(dossier.returned_day),
  office_id: dossier.office_id,
  procedure_id: dossier.procedure_id,
  channel: dossier.channel,
})

const hourKeyOf = (dossier: DossierRow): HourDossierKey => ({
  month: monthOf(dossier.returned_day),
  office_id: dossier.office_id,
  weekday: weekdayOf(dossier.returned_day),
  hour: hourOf(new Date(dossier.returned_at)),
})

/** What the counts change by, gathered per line so that each is written once. */
export class CountChanges {
  readonly #days = new Gathered<{ day: string; office_id: string }>()
  readonly #procedures = new Gathered<ProcedureDossierKey>()
  readonly #hours = new Gathered<HourDossierKey>()
  readonly #received = new Map<string, ReceivedDossierCountRow>()

  add(row: DossierRow, rated: boolean, sign: 1 | -1): void {
    this.#receive(row, sign)
    const part = contributionOf({ outcome: row.outcome, onTime: row.on_time === 1, rated })
    if (part.returned + part.refused === 0) return
    this.#days.add({ day: row.returned_day, office_id: row.office_id }, part, sign)
    this.#procedures.add(procedureKeyOf(row), part, sign)
    if (part.returned > 0) this.#hours.add(hourKeyOf(row), part, sign)
  }

  #receive(row: DossierRow, sign: 1 | -1): void {
    const [month, office_id] = [monthOf(row.received_day), row.office_id]
    const key = `${month} ${office_id}`
    const { received, late } = this.#received.get(key) ?? { received: 0, late: 0 }
    const isLate = Number(isClosedLate(row))
    this.#received.set(key, { month, office_id, received: received + sign, late: late + sign * isLate })
  }

  async write(tx: Tx): Promise<void> {
    for (const change of this.#received.values()) {
      if (change.received !== 0 || change.late !== 0) await addToReceivedCount(tx, change)
    }
    for (const { key, change } of this.#days.all()) {
      await addToDossierCount(tx, key.day, key.office_id, change)
    }
    for (const { key, change } of this.#procedures.all()) await addToProcedureDossiers(tx, key, change)
    for (const { key, change } of this.#hours.all()) await addToHourDossiers(tx, key, change.returned)
  }
}

class Gathered<Key extends object> {
  readonly #changes = new Map<string, { key: Key; change: DossierCountColumns }>()

  add(key: Key, part: DossierCountColumns, sign: 1 | -1): void {
    const name = Object.values(key).join(' ')
    const known = this.#changes.get(name)
    const { change } = known ?? { change: { returned: 0, on_time: 0, refused: 0, rated: 0 } }
    if (!known) this.#changes.set(name, { key, change })
    for (const column of Object.keys(part) as (keyof DossierCountColumns)[]) {
      change[column] += sign * part[column]
    }
  }

  all() {
    return [...this.#changes.values()].filter(({ change }) => Object.values(change).some((n) => n !== 0))
  }
}
