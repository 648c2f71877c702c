import type { Lang } from '#app/i18n/languages.ts'

type Texts = Record<Lang, string>

/** A question of a survey version, with its texts in each language; `several` ticks any number of options. */
export interface Question {
  id: string
  kind: 'several'
  text: Texts
  options: { id: string; text: Texts }[]
}

/** A survey version never changes once in use; a new one is a new version. */
export interface SurveyVersion {
  id: string
  questions: Question[]
}

/** The answers as stored: only questions and options that the version knows, each option once, in its order. */
export function knownAnswers(
  version: SurveyVersion,
  sent: Record<string, string[]>,
): Record<string, string[]> {
  const known = version.questions.filter((question) => question.id in sent)
  return Object.fromEntries(
    known.map(({ id, options }) => [id, options.map((o) => o.id).filter((o) => sent[id]?.includes(o))]),
  )
}

export function inLanguage(version: SurveyVersion, lang: Lang) {
  return version.questions.map(({ id, kind, text, options }) => ({
    id,
    kind,
    text: text[lang],
    options: options.map((option) => ({ id: option.id, text: option.text[lang] })),
  }))
}
