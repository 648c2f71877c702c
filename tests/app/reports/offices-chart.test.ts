import { describe, expect, test } from 'vitest'
import type { OfficeLine } from '#app/reports/overview.ts'
import type { ShownRatings } from '#app/reports/rating-figure.ts'
import { officesChart } from '#app/reports/report/offices-chart.ts'
import { satisfiedShare } from '#app/statistics/satisfied-share.ts'

function line(name: string, satisfied: number, n: number, own?: number): OfficeLine {
  const ratings = { state: 'shown', ...satisfiedShare(satisfied, n) } as ShownRatings
  return {
    office: { id: name, name },
    ratings,
    targets: own === undefined ? {} : { satisfied: own },
  } as OfficeLine
}
const hidden = {
  office: { id: 'few', name: 'Xã ít lượt' },
  ratings: { state: 'hidden' },
  targets: {},
} as OfficeLine

describe('the offices of a report as a picture', () => {
  test('an office a row in the order given, with its share and number; one that is hidden is not there', () => {
    const { svg } = officesChart('vi', [
      line('Phường B', 47, 50),
      hidden,
      line('Phường A', 1_140, 1_209),
    ]) ?? { svg: '' }
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '')
    const rows = words.filter((text) => /Phường|Xã|·/.test(text))
    expect(rows).toEqual(['Phường B', '94,0% · 50', 'Phường A', '94,3% · 1.209'])
  })

  test('dots, bars and marks stand on one scale: the own target where it was set, the interval around the dot', () => {
    const { svg } = officesChart('vi', [line('A', 95, 100, 950), line('B', 90, 100)]) ?? { svg: '' }
    const target = Number(/M([\d.]+) [\d.]+V[\d.]+" stroke="#000" stroke-dasharray/.exec(svg)?.[1])
    const own = [...svg.matchAll(/M([\d.]+) [\d.]+v18/g)].map(([, x]) => Number(x))
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x))
    const bars = [...svg.matchAll(/M([\d.]+) [\d.]+H([\d.]+)" stroke="#777"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ])
    expect(own).toEqual([target])
    expect(dots[0]).toBeCloseTo(target, 6)
    expect(dots[1]).toBeLessThan(target)
    for (const [at, [from = 0, to = 0]] of bars.entries()) {
      expect(from).toBeLessThan(dots[at] ?? 0)
      expect(to).toBeGreaterThan(dots[at] ?? 0)
    }
  })

  test('names are written as text, never as markup', () => {
    const { svg } = officesChart('vi', [line('<b>&"A', 9, 10)]) ?? { svg: '' }
    expect(svg).toContain('&#60;b&#62;&#38;&#34;A')
    expect(svg).not.toContain('<b>')
  })

  test('nothing is drawn where no office is shown, or more than a page of them', () => {
    expect(officesChart('vi', [hidden])).toBeNull()
    const many = Array.from({ length: 41 }, (_, at) => line(`Phường ${at}`, 90, 100))
    expect(officesChart('vi', many)).toBeNull()
    expect(officesChart('vi', many.slice(1))).not.toBeNull()
  })
})
