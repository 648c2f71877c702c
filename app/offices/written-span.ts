import { type Day, FIRST_DAY, LAST_DAY, writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'

/** From when to when something is valid, open ends left out. */
export function writtenSpan(lang: Lang, first: Day, last: Day): string {
  const t = textsIn[lang]
  const [from, to] = [writtenDay(first), writtenDay(last)]
  if (first === FIRST_DAY) return last === LAST_DAY ? t('offices:span.always') : t('offices:span.to', { to })
  return last === LAST_DAY ? t('offices:span.from', { from }) : t('offices:span.fromTo', { from, to })
}
