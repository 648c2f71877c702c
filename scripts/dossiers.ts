import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '#app/config.server.ts'
import type { DossierProblem, DossierProblemKind } from '#app/dossiers/dossier-problem.ts'
import { takeInDossierFile } from '#app/dossiers/take-in-dossier-file.server.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { ratePath } from '#app/paths.ts'
import { openStore } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import { migrate } from '#db/migrate.ts'

const USAGE = 'usage: npm run dossiers -- FILE.csv [--links]'

/** What is wrong, for the operator; `…` stands for the problem's detail. */
const REASONS: Record<DossierProblemKind, string> = {
  not_utf8: 'the file is not UTF-8 text: save it as "CSV UTF-8"',
  no_header: 'the first line must name the columns: …',
  column_unknown: 'unknown column "…": leave it out (nothing about a person is taken in)',
  column_missing: 'the column "…" is missing',
  column_twice: 'the column "…" is there twice',
  quotes: 'a quotation mark is out of place or not closed; what follows it could not be read',
  field_count: 'another number of cells than the first line has (…)',
  code_shape: 'code: not a dossier code such as H37.12-260115-0042 or 000.12.22.H37-231115-0001',
  code_day: 'code: its six digits are not a day (YYMMDD)',
  code_in_future: 'code: its day is in the future',
  code_twice: 'code: the same code as on line …',
  office_unknown: 'office: no office has this id: …',
  procedure_unknown: 'procedure: no procedure has this code: …',
  procedure_not_valid: 'procedure: not valid on the day of receipt: …',
  channel: 'channel: must be one of …',
  applicant: 'applicant: must be one of … (never a name)',
  outcome: 'outcome: must be one of …',
  received_time: 'received: not a day or time such as 2026-01-15 or 2026-01-15T08:30:00+07:00',
  due_time: 'due: not a day or time such as 2026-01-20 or 2026-01-20T17:00:00+07:00',
  returned_time: 'returned: not a day or time such as 2026-01-19 or 2026-01-19T09:05:00+07:00',
  received_in_future: 'received: in the future',
  returned_in_future: 'returned: in the future',
  returned_before_received: 'returned: before it was received',
  due_before_received: 'due: before it was received',
  returned_missing: 'returned: empty, though the outcome is …',
  returned_but_open: 'returned: filled, though the outcome is open',
}

function inWords({ line, kind, detail }: DossierProblem): string {
  const reason = REASONS[kind].replace('…', () => detail)
  return `line ${line}: ${detail === '' ? reason.replace(/: $/, '') : reason}`
}

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = 1
}

function readArguments(): { file: string; links: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { links: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    return file !== undefined && more.length === 0 ? { file, links: values.links } : null
  } catch {
    return null
  }
}

/** A pipe will do too. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
}

async function takeInFile(file: string, links: boolean): Promise<void> {
  const config = readConfig(process.env)
  const store = openStore(config.databaseUrl)
  try {
    await migrate(store.owner, store.differences)
    const linkFor = (code: string) => returnLinkOf(config.secret, code)
    const city = { read: store.read, write: store.write, linkFor, clock: config.clock }
    const taken = await takeInDossierFile(city, readFileSync(file))
    if ('problems' in taken) {
      refuse(...taken.problems.map(inWords), `${file}: nothing was taken in`)
      return
    }
    const done = `${file}: ${taken.added} added, ${taken.changed} changed, ${taken.unchanged} unchanged`
    if (!links) {
      console.log(done)
      return
    }
    const slips = taken.links.map(({ code, token }) => `${code}\t${config.origin}${ratePath(token)}\n`)
    process.stdout.write(slips.join(''))
    console.error(done)
    for (const code of taken.underived) console.error(`${code}: its link was issued under another SECRET`)
  } finally {
    await store.close()
  }
}

const given = readArguments()
if (!given) refuse(USAGE)
else if (!isFile(given.file)) refuse(`${given.file}: there is no such file`)
else {
  try {
    await takeInFile(given.file, given.links)
  } catch (cause) {
    if (cause instanceof StoreUnavailable) refuse(`${cause.message}: ${cause.cause}`)
    else if (cause instanceof WrongSetting || cause instanceof StoreRefused) refuse(cause.message)
    else throw cause
  }
}
