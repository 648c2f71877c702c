import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { groupWith, inLanguage } from '#app/surveys/survey.ts'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { ReceiptPage, type ReceiptPageProps, type ReceiptPart, type ReceiptProblem } from './receipt-page.tsx'
import type { ReceiptView } from './receipt-view.server.ts'
import type { Level } from './survey-response.ts'

interface Shown {
  saved?: ReceiptPart | undefined
  savedGroup?: string | undefined
  problem?: ReceiptProblem
  typed?: Record<string, string>
}

/** The receipt's page as a whole document. */
export function receiptDocument(view: ReceiptView, lang: Lang, shown: Shown): string {
  const title = textsIn[lang]('citizen:receipt.title')
  return renderCitizenPage({
    lang,
    title,
    children: <ReceiptPage {...propsOf(view, lang)} {...messages(shown)} />,
  })
}

/** Where the answers of a question were given on the page, for the redirect that follows their saving. */
export function placeOfAnswers(view: ReceiptView, answers: Record<string, string[]>): string | undefined {
  const [first = ''] = Object.keys(answers)
  const survey = view.kind === 'own' ? view.survey : null
  return survey ? groupWith(inLanguage(survey, 'vi'), first) : undefined
}

function messages({ saved, savedGroup, problem, typed }: Shown): Partial<ReceiptPageProps> {
  return {
    ...(saved && { saved }),
    ...(saved === 'answers' && savedGroup && { savedGroup }),
    ...(problem && { problem: { field: problem === 'commentTooLong' ? 'comment' : 'level', key: problem } }),
    ...(typed?.comment !== undefined && { typed: { comment: typed.comment } }),
  }
}

const NOTHING = {
  officeName: '',
  level: 5,
  changeableUntil: '',
  changeable: false,
  respondent: 'unstated',
} as const

function propsOf(view: ReceiptView, lang: Lang): ReceiptPageProps {
  const { receipt } = view
  if (view.kind === 'superseded') {
    return { ...NOTHING, lang, receipt, superseded: true, questions: [], answers: {}, comment: '' }
  }
  const { response, survey } = view
  return {
    lang,
    receipt,
    superseded: false,
    cityName: view.names.city,
    officeName: view.names.office,
    level: response.level as Level,
    changeable: view.changeable,
    changeableUntil: writtenDay(view.changeableUntil),
    respondent: response.respondent,
    questions: survey ? inLanguage(survey, lang) : [],
    answers: JSON.parse(response.answers) as Record<string, string[]>,
    comment: response.comment,
  }
}
