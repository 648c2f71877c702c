import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { filled, langOfName, tabletTexts, writtenShare } from '#app/kiosk/tablet-texts.ts'

test('what is filled in is taken as it is', () => {
  expect(filled('còn {{seconds}} giây', { seconds: 7 })).toBe('còn 7 giây')
  expect(filled('{{a}} {{b}}', { a: '{{b}}', b: 'x' })).toBe('{{b}} x')
})

test('the published share says its days and its number as each language writes them', () => {
  const share = { satisfied: 0.9642, ratings: 1209, from: '2025-03-01', to: '2026-02-28' }
  expect(LANGUAGES.map((lang) => writtenShare(lang, share))).toEqual([
    '01/03/2025–28/02/2026: 96,4% hài lòng trên 1.209 lượt đánh giá',
    '01/03/2025–28/02/2026: 96.4% satisfied of 1,209 ratings',
    '01/03/2025至28/02/2026：1,209 次评价，96.4% 满意',
  ])
})

test('a name that nobody translated is marked as Vietnamese among other words', () => {
  const office = { vi: 'Quầy số 1', en: 'Quầy số 1', zh: '一号窗口' }
  expect(LANGUAGES.map((lang) => langOfName(office, lang))).toEqual([null, 'vi', null])
})

test('each language fills in what the others do', () => {
  const blanks = (texts: unknown) =>
    JSON.stringify(texts)
      .match(/\{\{\w+\}\}/g)
      ?.toSorted()
  for (const lang of LANGUAGES) expect(blanks(tabletTexts[lang])).toEqual(blanks(tabletTexts.vi))
})
