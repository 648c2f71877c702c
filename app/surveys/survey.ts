import type { Lang } from '#app/i18n/languages.ts'

export type Texts = Record<Lang, string>

/** `several` ticks any number of options, `points` is one of 2, 1, 0 (NĐ 61), `level` one of five (SIPAS). */
export type QuestionKind = 'several' | 'points' | 'level'
/** Kinds whose options are a scale, the same for each question of a version. */
export type ScaleKind = Exclude<QuestionKind, 'several'>

export interface Option {
  id: string
  text: Texts
}

/** A part of a survey whose questions are answered and saved together. */
export interface Factor {
  id: string
  text: Texts
}

/** A question as stored; `identity` is the same in every version that asks it, so that its answers compare. */
export interface ContentQuestion {
  id: string
  identity: string
  kind: QuestionKind
  /** '' where it stands alone. */
  factor: string
  text: Texts
  /** Of a `several` only. */
  options: Option[]
}

/** What a survey version says, as stored. */
export interface SurveyContent {
  factors: Factor[]
  scales: Record<ScaleKind, Option[]>
  questions: ContentQuestion[]
}

/** A question with the options it is answered by. */
export interface Question extends Omit<ContentQuestion, 'factor'> {
  factor: Factor | null
}

/** A survey version never changes once in use; a new one is a new version. */
export interface SurveyVersion {
  id: string
  survey: string
  questions: Question[]
}

type Stored = Partial<Omit<SurveyContent, 'scales' | 'questions'>> & {
  scales?: Partial<SurveyContent['scales']>
  questions: (Pick<ContentQuestion, 'id' | 'kind' | 'text'> & Partial<ContentQuestion>)[]
}

/** The content of a stored row; the first version of `short` was written before identities, factors and scales. */
export function readContent({ survey, content }: { survey: string; content: string }): SurveyContent {
  const stored = JSON.parse(content) as Stored
  return {
    factors: stored.factors ?? [],
    scales: { points: [], level: [], ...stored.scales },
    questions: stored.questions.map(({ id, identity, kind, factor, text, options }) => ({
      id,
      identity: identity ?? `${survey}.${id}`,
      kind,
      factor: factor ?? '',
      text,
      options: options ?? [],
    })),
  }
}

export function readVersion(row: { id: string; survey: string; content: string }): SurveyVersion {
  return { id: row.id, survey: row.survey, questions: questionsOf(readContent(row)) }
}

/** Questions in their order, those of a factor with it, each with its options. */
export function questionsOf({ factors, scales, questions }: SurveyContent): Question[] {
  return questions.map((question) => ({
    ...question,
    factor: factors.find(({ id }) => id === question.factor) ?? null,
    options: question.kind === 'several' ? question.options : scales[question.kind],
  }))
}

/**
 * The answers as stored: only questions and options that the version knows, each option once, in its order. One
 * that takes a single option keeps what it had when it is sent several or an unknown one; nothing clears it.
 */
export function knownAnswers(
  version: SurveyVersion,
  sent: Record<string, string[]>,
): Record<string, string[]> {
  const known = version.questions.flatMap(({ id, kind, options }) => {
    const chosen = Object.hasOwn(sent, id) ? (sent[id] ?? []) : null
    if (!chosen) return []
    const answer = options.map((option) => option.id).filter((option) => chosen.includes(option))
    const readable = kind === 'several' || chosen.length === 0 || (chosen.length === 1 && answer.length === 1)
    return readable ? [[id, answer] as const] : []
  })
  return Object.fromEntries(known)
}

/** A question in one language, as a citizen reads it. */
export interface ShownQuestion {
  id: string
  kind: QuestionKind
  text: string
  factor?: { id: string; text: string } | null
  options: { id: string; text: string }[]
}

export function inLanguage({ questions }: Pick<SurveyVersion, 'questions'>, lang: Lang): ShownQuestion[] {
  return questions.map(({ id, kind, text, factor, options }) => ({
    id,
    kind,
    text: text[lang],
    factor: factor && { id: factor.id, text: factor.text[lang] },
    options: options.map((option) => ({ id: option.id, text: option.text[lang] })),
  }))
}

/** Questions that are answered in one form: those of a factor together, every other one alone. */
export function groupsOf<T extends { id: string; factor?: { id: string; text: string } | null }>(
  questions: T[],
): { id: string; title: string | null; questions: T[] }[] {
  const groups = Map.groupBy(questions, ({ id, factor }) => (factor ? `f-${factor.id}` : `q-${id}`))
  return [...groups].map(([id, inside]) => ({
    id,
    title: inside[0]?.factor?.text ?? null,
    questions: inside,
  }))
}

/** The form in which a question is answered. */
export function groupWith(questions: ShownQuestion[], id: string): string | undefined {
  return groupsOf(questions).find((group) => group.questions.some((question) => question.id === id))?.id
}
