import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { LONGEST_PASSWORD, type PasswordFault, passwordFault, SHORTEST_PASSWORD } from '#app/auth/password.ts'
import { resetSecondFactor } from '#app/auth/reset-second-factor.server.ts'
import { accountName } from '#app/auth/sign-in-form.ts'
import { readConfig } from '#app/config.server.ts'
import { openStore } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'

const USAGE =
  'Usage: npm run admin -- add-administrator EMAIL (the password is read from standard input or asked for), or reset-second-factor EMAIL'

const COMMANDS = { 'add-administrator': addAdministrator, 'reset-second-factor': resetFactor }

const FAULTS: Record<PasswordFault, string> = {
  too_short: `The password needs at least ${SHORTEST_PASSWORD} characters.`,
  too_long: `The password may have at most ${LONGEST_PASSWORD} characters.`,
  too_common: 'This password is among the first that are guessed. Please choose another.',
}

/** `npm run admin -- COMMAND EMAIL`: makes or frees an account that can sign in, and says what it did. */
try {
  const [command = '', email = '', ...rest] = process.argv.slice(2)
  if (!Object.hasOwn(COMMANDS, command) || rest.length > 0) throw new Error(USAGE)
  const account = z.email().safeParse(accountName(email))
  if (!account.success) throw new Error(`"${email}" is not an e-mail address. ${USAGE}`)
  console.log(await COMMANDS[command as keyof typeof COMMANDS](account.data))
} catch (cause) {
  console.error((cause as Error).message)
  process.exitCode = 1
}

async function resetFactor(email: string): Promise<string> {
  const { databaseUrl, clock } = readConfig(process.env)
  const store = openStore(databaseUrl)
  try {
    await migrate(store.owner, store.differences)
    const actor = { script: 'admin reset-second-factor' }
    await store.write((tx) => resetSecondFactor(tx, clock, actor, email))
    return `Removed the second factor of ${email}; all its sessions have ended. It is set anew after signing in.`
  } finally {
    await store.close()
  }
}

async function addAdministrator(email: string): Promise<string> {
  const { databaseUrl, clock } = readConfig(process.env)
  const password = process.stdin.isTTY ? await askedPassword() : await pipedPassword()
  const fault = passwordFault(password, email)
  if (fault) throw new Error(FAULTS[fault])
  const store = openStore(databaseUrl)
  try {
    const applied = await migrate(store.owner, store.differences)
    const passwordHash = await hashPassword(password)
    const account = { email, name: email, role: 'administrator', officeId: null, passwordHash } as const
    await store.write(async (tx) => {
      const id = await addStaff(tx, clock, account)
      const subject = { kind: 'staff', id }
      const after = { email, role: account.role }
      await recordAudit(
        tx,
        clock,
        { script: 'admin add-administrator' },
        { action: 'staff.add', subject, after },
      )
    })
    const migrated = applied.length > 0 ? `Applied ${applied.length} migrations. ` : ''
    return `${migrated}Added administrator ${email} to ${databaseUrl}; sign in at /dang-nhap.`
  } finally {
    await store.close()
  }
}

/** The first line of standard input. */
async function pipedPassword(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}

/** Asked for twice, without showing what is typed. */
async function askedPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  terminal.on('SIGINT', () => process.exit(130))
  const ask = async (question: string) => {
    process.stderr.write(question)
    const answer = await terminal.question('')
    process.stderr.write('\n')
    return answer
  }
  try {
    const password = await ask('Password (nothing is shown): ')
    if ((await ask('The same again: ')) !== password) throw new Error('The two passwords differ.')
    return password
  } finally {
    terminal.close()
  }
}
