import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { openStore, type Store, sqliteFile } from '#db/connection.ts'
import { type ContactKeys, contactKeysFile, openContactKeys } from '#db/contact-keys.ts'
import { migrate } from '#db/migrate.ts'
import { GuessLimit } from './auth/guess-limit.ts'
import type { Clock } from './calendar/clock.ts'
import type { Config } from './config.server.ts'
import { DeviceMarks } from './http/device-marks.server.ts'
import { KioskGate } from './http/kiosk-gate.server.ts'
import { TokenBuckets } from './http/rate-limit.server.ts'
import { type Mailer, openMailer } from './integrations/mail.server.ts'
import { openSignInProvider, type SignInProvider } from './integrations/sign-in-provider.server.ts'
import { PrintJobs } from './invitations/print-jobs.server.ts'
import type { Secret } from './invitations/secret.ts'
import { patterns } from './paths.ts'
import { PublicResults } from './publication/public-results.server.ts'
import { ExportJobs } from './reports/export-jobs.server.ts'
import { ReportRuns } from './reports/report/report-runs.server.ts'

/** Everything the doors hand to the deeds, put together once. */
export interface Parts {
  config: Config
  store: Store
  /** Of citizens' contact data: in a file of their own, in no copy of the database. */
  contactKeys: ContactKeys
  clock: Clock
  secret: Secret
  log: Logger
  prints: PrintJobs
  /** Files of single ratings on their way. */
  exports: ExportJobs
  /** Reports on their way. */
  reportRuns: ReportRuns
  /** Public pages and files as they are sent. */
  publicResults: PublicResults
  /** The way out for mail, or null where none is configured. */
  mailer: Mailer | null
  /** The city's own sign-in, or null. */
  signInProvider: SignInProvider | null
  limits: { ratings: TokenBuckets; amendments: TokenBuckets; cases: TokenBuckets; signIns: GuessLimit }
  kiosks: KioskGate
  /** Whether ratings of a day came from one device. */
  devices: DeviceMarks
}

/** The parts, and what belongs to one request. */
export interface AppContext extends Parts {
  requestId: string
  /** For the content security policy of this response. */
  nonce: string
  /** Stands for the visitor's address in rate limits; never stored or logged. */
  visitor: string
}

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
}

/** Opens and migrates the store. @throws StoreRefused with one line that says what to do */
export async function makeParts(config: Config, log: Logger): Promise<Parts> {
  const store = openStore(config.databaseUrl)
  const applied = await migrate(store.owner, store.differences)
  if (applied.length > 0) log.info({ applied }, 'migrated')
  const { clock, secret } = config
  return {
    config,
    store,
    contactKeys: openContactKeys(contactKeysFile(sqliteFile(config.databaseUrl))),
    clock,
    secret,
    log,
    prints: new PrintJobs(clock, log),
    exports: new ExportJobs(clock, log),
    reportRuns: new ReportRuns(clock, log),
    publicResults: new PublicResults(store.read, clock),
    mailer: config.mail && openMailer(config.mail),
    signInProvider: config.signInProvider && openSignInProvider(withReturn(config, config.signInProvider)),
    limits: {
      // 120 new ratings per address, refilled one a second (product.md, Rules): a hall behind one address fits.
      ratings: new TokenBuckets(120, 1, clock),
      amendments: new TokenBuckets(300, 5, clock),
      // Sixty people of one hall, and one every ten seconds after them.
      cases: new TokenBuckets(60, 0.1, clock),
      signIns: new GuessLimit((capacity, perSecond) => new TokenBuckets(capacity, perSecond, clock)),
    },
    kiosks: new KioskGate(clock),
    devices: new DeviceMarks(clock, config.production),
  }
}

const withReturn = ({ origin }: Config, provider: NonNullable<Config['signInProvider']>) => ({
  ...provider,
  returnAddress: origin + patterns.providerReturn,
})

export const newNonce = () => randomBytes(16).toString('base64')
