import { monthOf } from '#app/calendar/day.ts'
import { addToAnswerCount } from '#db/queries/answer-counts.ts'
import { findSurveyVersion } from '#db/queries/survey-versions.ts'
import type { ResponseRow, Tx } from '#db/schema.ts'
import { type AnswerMark, answerMarks } from './answer-marks.ts'
import { readVersion } from './survey.ts'

/** Moves the counts from what a response's answers said to what they say now; its month and office stay. */
export async function moveAnswerCounts(tx: Tx, before: ResponseRow, after: ResponseRow): Promise<void> {
  if (before.answers === after.answers && before.survey_version_id === after.survey_version_id) return
  const [said, says] = [await marksOf(tx, before), await marksOf(tx, after)]
  const { office_id, stage, trust } = after
  const month = monthOf(after.day)
  const move = async (marks: AnswerMark[], change: 1 | -1) => {
    for (const mark of marks) await addToAnswerCount(tx, { month, office_id, stage, trust, ...mark }, change)
  }
  await move(without(said, says), -1)
  await move(without(says, said), 1)
}

async function marksOf(tx: Tx, { survey_version_id: id, answers }: ResponseRow): Promise<AnswerMark[]> {
  if (!id || answers === '{}') return []
  const row = await findSurveyVersion(tx, id)
  return row ? answerMarks(readVersion(row), JSON.parse(answers) as Record<string, string[]>) : []
}

function without(marks: AnswerMark[], others: AnswerMark[]): AnswerMark[] {
  return marks.filter(
    (mark) => !others.some((other) => other.identity === mark.identity && other.option === mark.option),
  )
}
