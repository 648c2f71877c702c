import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import type { Option, SurveyContent, Texts } from './survey.ts'

/** Longer texts break a phone's page; counted in code points. */
export const LONGEST_TEXT = 300

/** Every text of a content goes through `change`, with its path: `text.<question>`, `option.<question>.<option>` ... */
export function withEachText(
  content: SurveyContent,
  change: (path: string, text: Texts) => Texts,
): SurveyContent {
  const inOptions = (path: string, options: Option[]) =>
    options.map(({ id, text }) => ({ id, text: change(`${path}.${id}`, text) }))
  return {
    factors: content.factors.map(({ id, text }) => ({ id, text: change(`factor.${id}`, text) })),
    scales: {
      points: inOptions('scale.points', content.scales.points),
      level: inOptions('scale.level', content.scales.level),
    },
    questions: content.questions.map((question) => ({
      ...question,
      text: change(`text.${question.id}`, question.text),
      options: inOptions(`option.${question.id}`, question.options),
    })),
  }
}

/** Every text by its path and language: `text.reasons.vi`. */
export function textsByField(content: SurveyContent): Map<string, string> {
  const found = new Map<string, string>()
  withEachText(content, (path, text) => {
    for (const lang of LANGUAGES) found.set(`${path}.${lang}`, text[lang])
    return text
  })
  return found
}

/** One line, composed marks, single spaces: as it is stored. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The content with what was typed in its fields; a field that was not sent keeps its text. */
export function withTyped(content: SurveyContent, typed: ReadonlyMap<string, string>): SurveyContent {
  return withEachText(content, (path, text) => {
    const said = (lang: Lang) => {
      const sent = typed.get(`${path}.${lang}`)
      return sent === undefined ? text[lang] : tidy(sent)
    }
    return { vi: said('vi'), en: said('en'), zh: said('zh') }
  })
}

/** What was typed for texts that the content no longer has. */
export function strayTexts(content: SurveyContent, typed: ReadonlyMap<string, string>): string[] {
  const known = textsByField(content)
  return [...typed]
    .filter(([field, text]) => !known.has(field) && tidy(text) !== '')
    .map(([, text]) => tidy(text))
}

export type ContentProblem =
  | { why: 'missing' | 'long'; field: string }
  | { why: 'no_questions' }
  | { why: 'few_options'; question: string }

/** All that stands between a draft and its being published, in the order of the page. */
export function contentProblems(content: SurveyContent): ContentProblem[] {
  const used = new Set(content.questions.map(({ kind }) => kind))
  const { points, level } = content.scales
  const asked = {
    ...content,
    factors: content.factors.filter(({ id }) => content.questions.some(({ factor }) => factor === id)),
    scales: { points: used.has('points') ? points : [], level: used.has('level') ? level : [] },
  }
  const texts = [...textsByField(asked)].flatMap(([field, text]): ContentProblem[] => {
    if (text === '') return [{ why: 'missing', field }]
    return [...text].length > LONGEST_TEXT ? [{ why: 'long', field }] : []
  })
  const few = content.questions
    .filter(({ kind, options }) => kind === 'several' && options.length < 2)
    .map(({ id }): ContentProblem => ({ why: 'few_options', question: id }))
  return [...(content.questions.length === 0 ? [{ why: 'no_questions' as const }] : []), ...texts, ...few]
}

/** What differs between two contents, for the audit trail: each changed text by its field, and the arrangement. */
export function contentChanges(
  before: SurveyContent,
  after: SurveyContent,
): { before: object; after: object } {
  const [left, right] = [flat(before), flat(after)]
  const changed = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => left.get(key) !== right.get(key),
  )
  const only = (side: Map<string, string>) =>
    Object.fromEntries(changed.flatMap((key) => (side.has(key) ? [[key, side.get(key)]] : [])))
  return { before: only(left), after: only(right) }
}

function flat(content: SurveyContent): Map<string, string> {
  const arranged = content.questions.map(({ id, identity, options }) =>
    [id, identity, ...options.map((option) => option.id)].join(' '),
  )
  return new Map([...textsByField(content), ['arrangement', arranged.join(', ')]])
}
