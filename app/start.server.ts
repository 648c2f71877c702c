import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { deleteRedemptionsBefore } from '#db/queries/invitations.ts'
import { countStaff } from '#db/queries/staff.ts'
import { checkMonth, checkPlaces } from './alerts/check-alerts.server.ts'
import { dayOf, hourOf } from './calendar/day.ts'
import { readComments } from './comments/read-comments.server.ts'
import { readConfig } from './config.server.ts'
import { makeParts, type Parts } from './context.server.ts'
import { runCaseClock } from './feedback-cases/run-case-clock.server.ts'
import { forgetDevices } from './integrity/forget-devices.server.ts'
import { raiseFlags } from './integrity/raise-flags.server.ts'
import { watchKiosks } from './kiosk/watch-kiosks.server.ts'
import { sendNotices } from './notices/send-notices.server.ts'
import { tellWeekly } from './notices/tell-weekly.server.ts'
import { monthSignals } from './reports/attention/month-signals.server.ts'
import { remindOfReports } from './reports/report/remind-reports.server.ts'
import { releaseCounts } from './responses/release-counts.server.ts'
import { releaseParts } from './responses/release-parts.server.ts'
import { httpServer } from './server.ts'

const HOUR_MS = 3_600_000
const WATCH_MS = 300_000
const MINUTE_MS = 60_000
/** Longer than a request may take: what began before the stop is answered. */
const LONGEST_STOP_MS = 15_000

export interface Running {
  parts: Parts
  address: string
  /** Nobody has an account yet. */
  isUnstaffed: boolean
  /** Takes no new connection, answers what is under way, closes the store. */
  stop(): Promise<void>
}

/** Reads the settings, opens and migrates the store, listens. @throws WrongSetting, StoreRefused */
export async function start(
  build: ServerBuild,
  env: NodeJS.ProcessEnv,
  clientFolder: string,
): Promise<Running> {
  const config = readConfig(env)
  const log = pino({ level: config.logLevel, base: null })
  const parts = await makeParts(config, log)
  const server = httpServer(build, parts, clientFolder)
  server.listen(config.port, config.host)
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => {
      throw error
    }),
  ])
  const { port } = server.address() as AddressInfo
  let releasing = releaseWhatMay(parts).then(() => forgetOldDevices(parts))
  let caring = careForCases(parts)
  const hourly = setInterval(() => {
    forgetEndedLinks(parts)
    releasing = releasing
      .then(() => releaseWhatMay(parts))
      .then(() => flagAtNight(parts))
      .then(() => forgetOldDevices(parts))
    caring = caring.then(() => careForCases(parts))
    alerting = alerting.then(() => alertOfMonth(parts))
  }, HOUR_MS).unref()
  let alerting = alertOfMonth(parts)
  const alarm = setInterval(() => {
    alerting = alerting.then(() => alertOfPlaces(parts))
  }, MINUTE_MS).unref()
  let watching = Promise.resolve()
  const watch = setInterval(() => {
    watching = watching.then(() => watchTablets(parts))
  }, WATCH_MS).unref()
  const stopping = new AbortController()
  let mailing = Promise.resolve()
  const post = setInterval(() => {
    mailing = mailing.then(() => mailNotices(parts, stopping.signal))
  }, MINUTE_MS).unref()
  await forgetEndedLinks(parts)
  const reading = readCommentsAnew(parts)
  const stop = async () => {
    clearInterval(hourly)
    clearInterval(watch)
    clearInterval(post)
    clearInterval(alarm)
    stopping.abort()
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    const late = setTimeout(() => server.closeAllConnections(), LONGEST_STOP_MS).unref()
    await closed
    clearTimeout(late)
    await Promise.all([releasing, caring, reading, watching, mailing, alerting])
    await parts.store.close()
    parts.contactKeys.close()
  }
  const isUnstaffed = (await countStaff(parts.store.read)) === 0
  return { parts, address: `http://${config.host}:${port}`, isUnstaffed, stop }
}

/** Once a working day finds something to do; a long history, at the first start, is released after the door is open. */
async function releaseWhatMay({ store, clock, log }: Parts): Promise<void> {
  try {
    const days = await releaseCounts({ store, clock })
    if (days.length > 0) log.info({ through: days.at(-1) }, 'counts released')
    const months = await releaseParts({ store, clock })
    if (months.length > 0) log.info({ months }, 'parts of months released')
  } catch (err) {
    log.error({ err }, 'counts were not released')
  }
}

/** What time alone does to cases: late ones are told upwards, ended ones close, contact data is forgotten. */
async function careForCases(parts: Parts): Promise<void> {
  try {
    const done = await runCaseClock(parts)
    await tellWeekly(parts)
    await remindOfReports(parts)
    if (done.closed + done.raised + done.forgotten > 0) parts.log.info(done, 'cases looked after')
  } catch (err) {
    parts.log.error({ err }, 'cases were not looked after')
  }
}

/** Notices wait in the store; without a mail server the app alone shows them. */
async function mailNotices({ store, clock, mailer, config, log }: Parts, signal: AbortSignal): Promise<void> {
  if (!mailer || signal.aborted) return
  try {
    const done = await sendNotices({ store, clock, mailer, origin: config.origin }, signal)
    if (done.letters + done.refused > 0) log.info(done, 'notices mailed')
  } catch (err) {
    log.error({ err }, 'notices were not mailed')
  }
}

/** From one to five in the morning, when nobody waits for a page: once a night over all processes. */
async function flagAtNight({ store, clock, log }: Parts): Promise<void> {
  const hour = hourOf(clock.now())
  if (hour < 1 || hour > 4) return
  try {
    const flags = await raiseFlags(store, clock)
    if (flags !== null) log.info({ flags }, 'signs looked for')
  } catch (err) {
    log.error({ err }, 'signs were not looked for')
  }
}

/** The next day nothing tells any more from which device a rating came. */
async function forgetOldDevices({ store, clock, log }: Parts): Promise<void> {
  try {
    const forgotten = await forgetDevices(store, clock)
    if (forgotten > 0) log.info({ forgotten }, 'devices forgotten')
  } catch (err) {
    log.error({ err }, 'devices were not forgotten')
  }
}

/** What goes wrong now at a counter or with a tablet; off the way of a tap, whose rows it reads by their ids. */
async function alertOfPlaces({ store, clock, log }: Parts): Promise<void> {
  try {
    const done = await checkPlaces({ store, clock })
    if (done.opened + done.ended > 0) log.info(done, 'alerts')
  } catch (err) {
    log.error({ err }, 'places were not looked at for alerts')
  }
}

/** What the last whole month shows. */
async function alertOfMonth({ store, clock, log }: Parts): Promise<void> {
  try {
    const figures = await monthSignals(store.read, dayOf(clock.now()))
    const done = await checkMonth({ store, clock }, figures)
    if (done.opened + done.ended > 0) log.info(done, 'alerts of the month')
  } catch (err) {
    log.error({ err }, 'the month was not looked at for alerts')
  }
}

/** Silent tablets and missing numbers are noticed within some minutes. */
async function watchTablets({ store, clock, log }: Parts): Promise<void> {
  try {
    const found = await watchKiosks({ store, clock })
    if (found.silent + found.gaps > 0) log.warn(found, 'tablets to look at')
  } catch (err) {
    log.error({ err }, 'tablets were not watched')
  }
}

/** After 7 days nothing tells any more which dossier's link made which response. */
async function forgetEndedLinks({ store, clock, log }: Parts): Promise<void> {
  const now = clock.now().toISOString()
  const forgotten = await store
    .write((tx) => deleteRedemptionsBefore(tx, now))
    .catch((err: unknown) => {
      log.error({ err }, 'links were not forgotten')
      return 0
    })
  if (forgotten > 0) log.info({ forgotten }, 'links forgotten')
}

/** Comments that an earlier version read are searchable and themed soon after the start; the pages do not wait. */
async function readCommentsAnew({ store, log }: Parts): Promise<void> {
  const read = await readComments(store).catch((err: unknown) => {
    log.error({ err }, 'comments were not read anew')
    return 0
  })
  if (read > 0) log.info({ read }, 'comments read anew')
}
