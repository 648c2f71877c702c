import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PersonalSpan } from '#app/comments/personal-data.ts'

/** A sentence and what of it must be masked. */
export interface Sentence {
  text: string
  spans: PersonalSpan[]
}

/** Sentences of our own with `{kind:personal data}` in them. */
export function corpus(): Sentence[] {
  const file = readFileSync(join(import.meta.dirname, 'corpus.txt'), 'utf8')
  return file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(read)
}

function read(line: string): Sentence {
  const spans: PersonalSpan[] = []
  let text = ''
  for (const part of line.normalize('NFC').split(/(\{[a-z]+:[^}]+\})/)) {
    const [, kind, words = ''] = /^\{([a-z]+):(.+)\}$/.exec(part) ?? []
    if (kind) {
      const from = text.length
      spans.push({ kind: kind as PersonalSpan['kind'], from, to: from + words.length })
    }
    text += kind ? words : part
  }
  return { text, spans }
}

const isSame = (a: PersonalSpan) => (b: PersonalSpan) => a.from === b.from && a.to === b.to

/** Span by span, to the letter: a masked stretch that is too long or too short counts as wrong twice. */
export function scoreOf(sentences: Sentence[], find: (text: string) => PersonalSpan[]) {
  const misses: string[] = []
  const extras: string[] = []
  let right = 0
  for (const { text, spans } of sentences) {
    const found = find(text)
    right += spans.filter((span) => found.some(isSame(span))).length
    const words = (span: PersonalSpan) => `${span.kind}:${text.slice(span.from, span.to)} | ${text}`
    misses.push(...spans.filter((span) => !found.some(isSame(span))).map(words))
    extras.push(...found.filter((span) => !spans.some(isSame(span))).map(words))
  }
  const wanted = right + misses.length
  return { recall: right / wanted, precision: right / (right + extras.length), wanted, misses, extras }
}
