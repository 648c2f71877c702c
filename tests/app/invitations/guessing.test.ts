import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeBits } from '#app/invitations/crockford.ts'
import { invitationToRate } from '#app/invitations/invitation-to-rate.server.ts'
import { readRatingCode, TOKEN_LENGTH } from '#app/invitations/rating-code.ts'
import { linkToken, receiptHash } from '#app/invitations/secret.ts'
import { findResponseByReceipt } from '#db/queries/responses.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { aSmallCity, OFFICES, SECRET, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
let links: string[]
const codeOf = (i: number) => `H37.12-260310-${String(i).padStart(4, '0')}`

beforeAll(async () => {
  city = await aSmallCity()
  links = []
  for (let i = 0; i < 300; i++) links.push(await aDossierLink(city, codeOf(i), OFFICES.wardA))
})
afterAll(() => city.close())

const opens = async (token: string) => {
  const code = readRatingCode(token)
  return code ? Boolean(await invitationToRate(city.store.read, code, city.clock.now())) : false
}

test('100,000 guesses at links and receipts hit nothing (S6), while each real link opens', async () => {
  let hits = 0
  for (let i = 0; i < 50_000; i++) {
    if (await opens(encodeBits(randomBytes(16), TOKEN_LENGTH))) hits++
    const receipt = encodeBits(randomBytes(8), 12)
    if (await findResponseByReceipt(city.store.read, receiptHash(SECRET, receipt))) hits++
  }
  expect(hits).toBe(0)
  expect(await Promise.all(links.map(opens))).toEqual(links.map(() => true))
}, 120_000)

test('who knows a dossier code, its stage and its number but not the secret makes no link', async () => {
  for (let i = 0; i < 300; i++) {
    const guessed = linkToken({ key: 'another key of the same length!!', number: 1 }, codeOf(i), 'return', 1)
    expect(await opens(guessed)).toBe(false)
  }
  expect(await opens(codeOf(1))).toBe(false)
})

test('a link that is one character off opens nothing', async () => {
  const [link = ''] = links
  for (let at = 0; at < link.length - 1; at++) {
    const other = link[at] === '7' ? '8' : '7'
    expect(await opens(link.slice(0, at) + other + link.slice(at + 1))).toBe(false)
  }
})
