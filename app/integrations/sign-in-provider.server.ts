import type { Configuration } from 'openid-client'

/** What the browser keeps while it is at the provider. */
export interface Leaving {
  state: string
  nonce: string
  verifier: string
}

/** Who the provider says somebody is; an address it has not verified is none. */
export interface Vouched {
  email: string | null
  /** Whether the provider itself asked for more than one factor. */
  secondFactor: boolean
}

/** The city's own sign-in by OpenID Connect: code flow with PKCE, state and nonce. */
export interface SignInProvider {
  leave(): Promise<{ address: URL; leaving: Leaving }>
  /** @throws when the answer is not the provider's to this browser's question */
  comeBack(search: string, leaving: Leaving): Promise<Vouched>
}

interface Settings {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where the provider sends the browser back to. */
  returnAddress: string
}

const TIMEOUT_S = 8

/** Loaded with the first sign-in, not with the server: a city without a provider never pays for it. */
const openid = () => import('openid-client')

export function openSignInProvider(settings: Settings): SignInProvider {
  let known: Promise<Configuration> | undefined
  // Asked for at the first sign-in, not at the start: the provider may be down, and passwords still work.
  const configuration = () => {
    known ??= discover(settings).catch((cause) => {
      known = undefined
      throw cause
    })
    return known
  }
  return {
    async leave() {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await openid()
      const { randomState, randomNonce, randomPKCECodeVerifier } = random
      const leaving = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.returnAddress,
        scope: 'openid email',
        state: leaving.state,
        nonce: leaving.nonce,
        code_challenge: await calculatePKCECodeChallenge(leaving.verifier),
        code_challenge_method: 'S256',
      })
      return { address, leaving }
    },
    async comeBack(search, { state, nonce, verifier }) {
      const { authorizationCodeGrant, fetchUserInfo } = await openid()
      const provider = await configuration()
      const tokens = await authorizationCodeGrant(provider, new URL(search, settings.returnAddress), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider sent no ID token')
      const person = claims.email ? claims : await fetchUserInfo(provider, tokens.access_token, claims.sub)
      const verified = person.email_verified === true && typeof person.email === 'string'
      return {
        email: verified ? String(person.email) : null,
        secondFactor: saysSecondFactor(claims.amr, claims.acr),
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: Settings): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await openid()
  const server = new URL(issuer)
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : []
  return discovery(server, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_S })
}

/** `amr` as registered (RFC 8176), or an `acr` that names itself multi-factor (OpenID PAPE, and the usual `…:mfa`). */
function saysSecondFactor(amr: unknown, acr: unknown): boolean {
  if (Array.isArray(amr) && amr.includes('mfa')) return true
  return typeof acr === 'string' && /(^|[:/#])(mfa|multi-factor|multifactor)$/i.test(acr)
}
