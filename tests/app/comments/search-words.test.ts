import { describe, expect, test } from 'vitest'
import { phrasesOf, searchable, searchableComment } from '#app/comments/search-words.ts'
import { asList, listOf, type Theme, themesIn } from '#app/comments/theme.ts'

describe('words as they are searched', () => {
  test.each([
    ['Thái độ KHÓ chịu!', 'thai do kho chiu'],
    ['đợi, đến lượt…', 'doi den luot'],
    ['  nhiều   dấu cách\n', 'nhieu dau cach'],
    ['等了3个小时', '等 了 3 个 小 时'],
    ['Thái độ'.normalize('NFD'), 'thai do'],
    ['100% _ \\ %', '100'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(searchable(text)).toBe(folded)
  })

  test('a query is phrases between commas, with or without marks', () => {
    expect(phrasesOf('thái độ, Khó chịu ,thai do')).toEqual(['thai do', 'kho chiu'])
    expect(phrasesOf(' , %_')).toEqual([])
    expect(phrasesOf('a,b,c,d,e,f,g')).toHaveLength(5)
    expect(phrasesOf('x'.repeat(5_000))[0]).toHaveLength(120)
  })

  test('what is masked cannot be searched for', () => {
    const folded = searchableComment('Gọi tôi 0912 345 678, thái độ tệ')
    expect(folded).toBe(' goi toi thai do te ')
    expect(folded).not.toMatch(/\d/)
  })
})

describe('themes', () => {
  const theme = (id: string, ...keywords: string[]): Theme => ({
    id,
    names: { vi: id, en: id, zh: id },
    keywords,
  })
  const themes = [theme('attitude', 'thai do', 'coc loc'), theme('waiting', 'cho lau', '等')]

  test('are told by whole words, each once, in their order', () => {
    expect(themesIn(searchableComment('Chờ lâu, thái độ cộc lốc'), themes)).toEqual(['attitude', 'waiting'])
    expect(themesIn(searchableComment('Thai Đoàn'), themes)).toEqual([])
    expect(themesIn(searchableComment('我等了很久'), themes)).toEqual(['waiting'])
  })

  test('a list in a column comes back as it was', () => {
    expect(listOf(asList(['a', 'b']))).toEqual(['a', 'b'])
    expect([asList([]), listOf('')]).toEqual(['', []])
  })
})
