import { FIRST_DAY, LAST_DAY, writtenDay } from '#app/calendar/day.ts'
import { LANGUAGE_NAMES, type Lang, readLang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type ContentProblem, LONGEST_TEXT } from './content-texts.ts'
import type { KnownSurvey } from './known-surveys.ts'
import type { SurveyContent } from './survey.ts'

/** From when to when a version is valid, in words. */
export function writtenSpan(lang: Lang, { from, to }: { from: string; to: string }): string {
  const t = textsIn[lang]
  if (from === '') return t('surveys:span.none')
  const [open, endless] = [from === FIRST_DAY, to === LAST_DAY]
  if (open && endless) return t('surveys:span.always')
  if (open) return t('surveys:span.until', { to: writtenDay(to) })
  if (endless) return t('surveys:span.from', { from: writtenDay(from) })
  return t('surveys:span.between', { from: writtenDay(from), to: writtenDay(to) })
}

export function versionTitle(
  lang: Lang,
  { survey, version }: { survey: KnownSurvey; version: number },
): string {
  const t = textsIn[lang]
  return t('surveys:versionOf', { name: t(`surveys:name.${survey}`), version })
}

/** Where a text stands, by its path: "lựa chọn 2, câu 1". */
export function writtenPlace(lang: Lang, content: SurveyContent, path: string): string {
  const t = textsIn[lang]
  const [kind, outer = '', inner = ''] = path.split('.')
  const numberOf = (list: { id: string }[], id: string) => list.findIndex((one) => one.id === id) + 1
  if (kind === 'factor') return t('surveys:factorN', { n: numberOf(content.factors, outer) })
  if (kind === 'scale') return t('surveys:scaleOption', { option: inner })
  const question = numberOf(content.questions, outer)
  if (kind === 'text') return t('surveys:question', { n: question })
  const options = content.questions[question - 1]?.options ?? []
  return t('surveys:optionOf', { n: numberOf(options, inner), question })
}

/** What is wrong with a draft, and the id of the place on the page where it is put right. */
export function writtenProblem(lang: Lang, content: SurveyContent, problem: ContentProblem) {
  const t = textsIn[lang]
  if (problem.why === 'no_questions') return { name: 'questions', text: t('surveys:check.no_questions') }
  if (problem.why === 'few_options') {
    const place = writtenPlace(lang, content, `text.${problem.question}`)
    return { name: `q-${problem.question}`, text: t('surveys:check.few_options', { place }) }
  }
  const end = problem.field.lastIndexOf('.')
  const language = LANGUAGE_NAMES[readLang(problem.field.slice(end + 1)) ?? 'vi']
  const place = writtenPlace(lang, content, problem.field.slice(0, end))
  const text = t(`surveys:check.${problem.why}`, { place, language, most: LONGEST_TEXT })
  return { name: problem.field, text }
}
