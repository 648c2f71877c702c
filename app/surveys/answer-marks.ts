import type { SurveyVersion } from './survey.ts'

/** One thing that answers say: an option of a question, or '' that it was answered at all. */
export interface AnswerMark {
  identity: string
  option: string
}

/** All that a response's stored answers say, by question identity; a question with no option ticked says nothing. */
export function answerMarks(
  { questions }: Pick<SurveyVersion, 'questions'>,
  answers: Record<string, string[]>,
): AnswerMark[] {
  return questions.flatMap(({ id, identity }) => {
    const chosen = Object.hasOwn(answers, id) ? (answers[id] ?? []) : []
    return chosen.length > 0 ? ['', ...chosen].map((option) => ({ identity, option })) : []
  })
}
