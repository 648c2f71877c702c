import type { ContentQuestion, QuestionKind, SurveyContent } from './survey.ts'

/** A change of what is asked and in which order. */
export type Arrangement =
  | { deed: 'question-up' | 'question-down' | 'question-remove' | 'question-other'; question: string }
  | { deed: 'question-new'; kind: QuestionKind; factor: string }
  | { deed: 'option-up' | 'option-down' | 'option-remove'; question: string; option: string }
  | { deed: 'option-new'; question: string }

const KINDS: readonly QuestionKind[] = ['several', 'points', 'level']
const MOST_QUESTIONS = 40
const MOST_OPTIONS = 30
const NO_TEXT = { vi: '', en: '', zh: '' }

/** How a button says what it does: `option-up:reasons:time`. */
export function writeArrangement(step: Arrangement): string {
  if (step.deed === 'question-new') return `${step.deed}:${step.kind}:${step.factor}`
  return [step.deed, step.question, ...('option' in step ? [step.option] : [])].join(':')
}

export function readArrangement(text: string): Arrangement | null {
  const [deed, question = '', option = ''] = text.split(':')
  switch (deed) {
    case 'question-up':
    case 'question-down':
    case 'question-remove':
    case 'question-other':
    case 'option-new':
      return { deed, question }
    case 'option-up':
    case 'option-down':
    case 'option-remove':
      return { deed, question, option }
    case 'question-new': {
      const kind = KINDS.find((known) => known === question)
      return kind ? { deed, kind, factor: option } : null
    }
    default:
      return null
  }
}

/** The kinds of question that a content has words for. */
export function kindsFor({ scales }: SurveyContent): QuestionKind[] {
  return KINDS.filter((kind) => kind === 'several' || scales[kind].length > 0)
}

/**
 * The content rearranged, and the question the step was about; what it names and is not there changes nothing.
 * `freshId` makes an id that no version of the survey ever had.
 */
export function arranged(
  content: SurveyContent,
  step: Arrangement,
  { survey, freshId }: { survey: string; freshId: () => string },
): { content: SurveyContent; at: string } {
  if (step.deed === 'question-new') return withQuestion(content, step, survey, freshId)
  const at = step.question
  const { questions } = content
  const of = (question: ContentQuestion) => question.factor
  const put = (changed: ContentQuestion[]) => ({ content: { ...content, questions: changed }, at })
  const one = (change: (question: ContentQuestion) => ContentQuestion) =>
    put(questions.map((question) => (question.id === at ? change(question) : question)))
  switch (step.deed) {
    case 'question-up':
      return put(moved(questions, at, -1, of))
    case 'question-down':
      return put(moved(questions, at, 1, of))
    case 'question-remove':
      return put(questions.filter(({ id }) => id !== at))
    case 'question-other':
      return asAnother(content, at, survey, freshId())
    case 'option-new':
      return one((question) => withOption(question, freshId))
    case 'option-up':
    case 'option-down': {
      const by = step.deed === 'option-up' ? -1 : 1
      return one((question) => ({ ...question, options: moved(question.options, step.option, by) }))
    }
    case 'option-remove':
      return one((question) => ({
        ...question,
        options: question.options.filter(({ id }) => id !== step.option),
      }))
  }
}

/** Changes places with the nearest neighbour of its own group. */
function moved<T extends { id: string }>(
  list: T[],
  id: string,
  by: 1 | -1,
  groupOf: (one: T) => string = () => '',
): T[] {
  const from = list.findIndex((one) => one.id === id)
  const mine = list[from]
  if (!mine) return list
  let to = from + by
  while (list[to] && groupOf(list[to] as T) !== groupOf(mine)) to += by
  const other = list[to]
  return other ? list.with(from, other).with(to, mine) : list
}

function withQuestion(
  content: SurveyContent,
  { kind, factor }: { kind: QuestionKind; factor: string },
  survey: string,
  freshId: () => string,
) {
  const known = factor === '' || content.factors.some(({ id }) => id === factor)
  if (!known || !kindsFor(content).includes(kind) || content.questions.length >= MOST_QUESTIONS) {
    return { content, at: '' }
  }
  const id = freshId()
  const options =
    kind === 'several' ? [freshId(), freshId()].map((each) => ({ id: each, text: NO_TEXT })) : []
  const question = { id, identity: `${survey}.${id}`, kind, factor, text: NO_TEXT, options }
  const last = content.questions.findLastIndex((other) => other.factor === factor)
  return {
    content: {
      ...content,
      questions: content.questions.toSpliced(last + 1 || content.questions.length, 0, question),
    },
    at: id,
  }
}

function withOption(question: ContentQuestion, freshId: () => string): ContentQuestion {
  if (question.kind !== 'several' || question.options.length >= MOST_OPTIONS) return question
  return { ...question, options: [...question.options, { id: freshId(), text: NO_TEXT }] }
}

/** From now on another question: what is answered to it is not compared with earlier versions. */
function asAnother(content: SurveyContent, at: string, survey: string, id: string) {
  const questions = content.questions.map((question) =>
    question.id === at ? { ...question, id, identity: `${survey}.${id}` } : question,
  )
  return { content: { ...content, questions }, at: id }
}
