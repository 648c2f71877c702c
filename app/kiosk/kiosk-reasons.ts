import type { Question, SurveyVersion } from '#app/surveys/survey.ts'

/** The question that a tablet asks after a tap: the first of its survey whose options are ticked. */
export const reasonsQuestion = ({ questions }: Pick<SurveyVersion, 'questions'>): Question | undefined =>
  questions.find(({ kind }) => kind === 'several')
