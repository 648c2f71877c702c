import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET } from '#app/invitations/crockford.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { lookupOf, readRatingCode } from '#app/invitations/rating-code.ts'
import { linkToken, receiptHash, receiptOf } from '#app/invitations/secret.ts'
import { SECRET } from '#tests/world/small-city.ts'

const OTHER = { key: 'y'.repeat(32), number: 2 }
const CODE = 'H37.12-260115-0042'
const SUBMISSION = '0198c5f2-6e0a-7c3e-9d1b-5a2f4e6b8c0d'

const bitsOf = (text: string) =>
  [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')

const bitsOfBytes = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')

test('a link carries the first 128 bits of HMAC-SHA-256 over dossier, stage and issue', () => {
  const bytes = createHmac('sha256', SECRET.key).update(`link|${CODE}|return|1`).digest().subarray(0, 16)
  const token = linkToken(SECRET, CODE, 'return', 1)
  expect(bitsOf(token)).toBe(`${bitsOfBytes(bytes)}00`)
  expect(readRatingCode(token)).toEqual({ kind: 'dossier', token })
})

test('the same dossier has the same link; another dossier, stage, issue or secret has another', () => {
  const token = linkToken(SECRET, CODE, 'return', 1)
  expect(linkToken({ ...SECRET }, CODE, 'return', 1)).toBe(token)
  const others = [
    linkToken(SECRET, 'H37.12-260115-0043', 'return', 1),
    linkToken(SECRET, CODE, 'filing', 1),
    linkToken(SECRET, CODE, 'return', 2),
    linkToken(OTHER, CODE, 'return', 1),
  ]
  expect(new Set([token, ...others]).size).toBe(5)
})

test("a dossier's return link is the first issue of that stage, with what the store keeps of it", () => {
  const token = linkToken(OTHER, CODE, 'return', 1)
  const lookup = lookupOf({ kind: 'dossier', token })
  expect(returnLinkOf(OTHER, CODE)).toEqual({ token, lookup, keyNumber: 2 })
  expect(lookup).toMatch(/^[0-9a-f]{64}$/)
})

test('a submission always gets the same receipt of 60 bits, whatever the case of its id', () => {
  const receipt = receiptOf(SECRET, SUBMISSION)
  expect(receipt).toHaveLength(12)
  expect(receiptOf(SECRET, SUBMISSION.toUpperCase())).toBe(receipt)
  const bytes = createHmac('sha256', SECRET.key).update(`receipt|${SUBMISSION}`).digest()
  expect(bitsOf(receipt)).toBe(bitsOfBytes(bytes).slice(0, 60))
})

test('another submission or another secret gives another receipt', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      fc.pre(a !== b)
      expect(receiptOf(SECRET, a)).not.toBe(receiptOf(SECRET, b))
      expect(receiptOf(SECRET, a)).not.toBe(receiptOf(OTHER, a))
    }),
  )
})

test('what the store keeps of a receipt needs the secret: trying all receipts against a copy finds nothing', () => {
  const receipt = receiptOf(SECRET, SUBMISSION)
  const kept = receiptHash(SECRET, receipt)
  expect(kept).toMatch(/^[0-9a-f]{64}$/)
  expect(receiptHash(OTHER, receipt)).not.toBe(kept)
  expect(lookupOf({ kind: 'dossier', token: receipt })).not.toBe(kept)
})
