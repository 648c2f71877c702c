import { countOpenAlerts, listAlerts, type NamedAlertRow } from '#db/queries/alerts.ts'
import type { Db } from '#db/schema.ts'
import type { AlertList, AlertQuestion, ListedAlert } from './alert-list.ts'

const ON_A_PAGE = 50
const IN_A_BATCH = 1_000

/** One page of alerts, the newest first. */
export async function alertList(db: Db, question: AlertQuestion): Promise<AlertList> {
  const asked = { closed: question.view === 'da-dong', below: question.below }
  const rows = await listAlerts(db, asked, ON_A_PAGE + 1)
  const alerts = rows.slice(0, ON_A_PAGE).map(listed)
  const older = rows.length > ON_A_PAGE ? (alerts.at(-1)?.id ?? '') : ''
  return { question, open: await countOpenAlerts(db), alerts, older }
}

/** All of them, in batches, for a file. */
export async function* everyAlert(db: Db, { view }: AlertQuestion): AsyncGenerator<ListedAlert> {
  let below = ''
  for (;;) {
    const rows = await listAlerts(db, { closed: view === 'da-dong', below }, IN_A_BATCH)
    yield* rows.map(listed)
    below = rows.at(-1)?.id ?? ''
    if (rows.length < IN_A_BATCH) return
  }
}

const listed = (row: NamedAlertRow): ListedAlert => ({
  ...{ id: row.id, kind: row.kind, status: row.status, note: row.note },
  ...{ officeId: row.office_id ?? '', office: row.office ?? '' },
  ...{ counter: row.counter ?? '', device: row.device ?? '' },
  month: /^\d{4}-\d{2}$/.test(row.occasion) ? row.occasion : '',
  ...{ openedAt: row.opened_at, acknowledgedAt: row.acknowledged_at, closedAt: row.closed_at },
  ...{ acknowledger: row.acknowledger ?? '', closer: row.closer ?? '' },
})
