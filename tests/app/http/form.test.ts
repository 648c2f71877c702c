import { expect, test } from 'vitest'
import { z } from 'zod'
import { BodyTooLarge, NotAForm, parseForm, readForm } from '#app/http/form.server.ts'
import { amendmentForm, ratingForm } from '#app/responses/rating-form.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/r/X', { method: 'POST', body, headers })

test('reads a form sent either way', async () => {
  const fields = new URLSearchParams({ level: '5', comment: 'Rất tốt & nhanh' })
  expect((await readForm(post(fields))).get('comment')).toBe('Rất tốt & nhanh')
  const multipart = new FormData()
  multipart.set('level', '5')
  multipart.set('photo', new Blob(['x']), 'x.png')
  expect([...(await readForm(post(multipart)))]).toEqual([['level', '5']])
})

test('a body over the cap is refused, counted as it comes when no length is told', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  await expect(readForm(post('x'.repeat(101), type), 100)).rejects.toThrow(BodyTooLarge)
  const stream = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode('0123456789'))
      controller.close()
    },
  })
  const chunked = new Request('http://localhost/', {
    method: 'POST',
    body: stream,
    headers: type,
    duplex: 'half',
  } as RequestInit)
  await expect(readForm(chunked, 100)).rejects.toThrow(BodyTooLarge)
  await expect(readForm(post('{"level":5}', { 'content-type': 'application/json' }))).rejects.toThrow(
    NotAForm,
  )
  await expect(readForm(post('junk', { 'content-type': 'multipart/form-data; boundary=x' }))).rejects.toThrow(
    NotAForm,
  )
})

test('answers come as lists, an empty mark alone as an empty list', () => {
  const form = new URLSearchParams(
    'answers[reasons]=&answers[reasons]=time&answers[reasons]=fees&answers[x]=',
  )
  expect(parseForm(form, amendmentForm)).toEqual({ value: { answers: { reasons: ['time', 'fees'], x: [] } } })
})

test('wrong fields are named and what was typed comes back', () => {
  const form = new URLSearchParams({ comment: 'a'.repeat(2_001), level: '6' })
  const parsed = parseForm(form, amendmentForm)
  expect(parsed).toMatchObject({
    problems: new Set(['level', 'comment']),
    typed: { comment: 'a'.repeat(2_001) },
  })
  expect(parseForm(new URLSearchParams('__proto__[a]=1&constructor=2'), z.object({}))).toEqual({ value: {} })
})

test('a comment is counted in code points, its line ends as one', () => {
  const comment = `${'😀'.repeat(1_998)}\r\nx`
  const parsed = parseForm(new URLSearchParams({ comment }), amendmentForm)
  expect(parsed).toEqual({ value: { comment: `${'😀'.repeat(1_998)}\nx` } })
})

test.each([
  [{ level: '5', submission: 'not-a-uuid' }, ['submission']],
  [{ level: '0', submission: '0198f2a4-7c1e-7d3a-9b2c-5e6f7a8b9c0d' }, ['level']],
  [{}, ['level', 'submission']],
])('a rating form of %j names %j', (fields, problems) => {
  const form = new URLSearchParams(fields as Record<string, string>)
  expect(parseForm(form, ratingForm)).toMatchObject({ problems: new Set(problems) })
})
