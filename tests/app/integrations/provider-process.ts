import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real OpenID provider in a process of its own; whoever comes says in a header whom to sign in and how. */
const [, , returnAddress = ''] = process.argv

interface Person {
  email: string
  verified: boolean
  amr?: string[]
  acr?: string
}

const people = new Map<string, Person>()

const server = createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'hai-long', client_secret: 's'.repeat(40), redirect_uris: [returnAddress] }],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    acrValues: ['urn:city:mfa', 'urn:city:password'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const { email, verified } = people.get(id) ?? { email: '', verified: false }
      return { accountId: id, claims: () => ({ sub: id, email, email_verified: verified }) }
    },
    async loadExistingGrant({ oidc }) {
      const { client, session, provider: own } = oidc
      const grant = new own.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const person = JSON.parse(String(request.headers['x-person'] ?? '{}')) as Person
    const accountId = `${people.size + 1}`
    people.set(accountId, person)
    const login = {
      accountId,
      ...(person.amr && { amr: person.amr }),
      ...(person.acr && { acr: person.acr }),
    }
    await provider.interactionFinished(request, response, { login })
  })
  console.log(issuer)
})
