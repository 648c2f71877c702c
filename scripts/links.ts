import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '#app/config.server.ts'
import { normalDossierCode } from '#app/dossiers/dossier-code.ts'
import { inGroups } from '#app/invitations/crockford.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { ratePath } from '#app/paths.ts'
import { openStore } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { migrate } from '#db/migrate.ts'
import { findReturnLinks } from '#db/queries/dossier-links.ts'
import { findDossiersByCode } from '#db/queries/dossiers.ts'
import { listStandingLinks, type StandingLink } from '#db/queries/standing-links.ts'
import type { Db } from '#db/schema.ts'

const USAGE = 'usage: npm run links -- [--json | --dossier CODE]'

function refuse(line: string): void {
  console.error(line)
  process.exitCode = 1
}

function readArguments() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean', default: false }, dossier: { type: 'string' } },
    }).values
  } catch {
    return null
  }
}

/** A dossier's link, derived again, or why there is none to give. */
async function dossierAddress(db: Db, secret: Secret, origin: string, written: string) {
  const code = normalDossierCode(written)
  const [dossier] = await findDossiersByCode(db, [code])
  const [link] = dossier ? await findReturnLinks(db, [dossier.id]) : []
  if (!dossier) return { refusal: 'there is no dossier with this code' }
  if (!link || link.status === 'revoked') return { refusal: 'it has no link: not returned or refused' }
  const { token, lookup } = returnLinkOf(secret, dossier.code)
  if (link.lookup !== lookup) return { refusal: 'its link was issued under another SECRET' }
  return { address: `${origin}${ratePath(token)}` }
}

function asTable(links: StandingLink[], origin: string): string {
  const rows = links.map((link) => [
    link.office_name,
    link.counter_name ?? '',
    inGroups(link.code),
    `${origin}${ratePath(link.code)}`,
  ])
  const widths = [0, 1, 2, 3].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}

function asJson(links: StandingLink[], origin: string): string {
  const entries = links.map((link) => ({
    office: link.office_id,
    officeName: link.office_name,
    counter: link.counter_name ?? '',
    code: link.code,
    address: `${origin}${ratePath(link.code)}`,
  }))
  return `${JSON.stringify(entries, null, 2)}\n`
}

async function printLinks(options: { json: boolean; dossier?: string | undefined }): Promise<void> {
  const config = readConfig(process.env)
  const store = openStore(config.databaseUrl)
  try {
    await migrate(store.owner, store.differences)
    if (options.dossier !== undefined) {
      const found = await dossierAddress(store.read, config.secret, config.origin, options.dossier)
      if ('refusal' in found) refuse(`${options.dossier}: ${found.refusal}`)
      else process.stdout.write(`${found.address}\n`)
      return
    }
    const links = await listStandingLinks(store.read)
    process.stdout.write((options.json ? asJson : asTable)(links, config.origin))
  } finally {
    await store.close()
  }
}

const given = readArguments()
if (!given || (given.json && given.dossier !== undefined)) refuse(USAGE)
else {
  try {
    await printLinks(given)
  } catch (cause) {
    if (!(cause instanceof WrongSetting || cause instanceof StoreRefused)) throw cause
    refuse(cause.message)
  }
}
