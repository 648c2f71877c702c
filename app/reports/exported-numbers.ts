import type { ExportedCell, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { ComparedPair } from './compared-shares.ts'
import type { ShareFigure } from './rating-figure.ts'
import type { Score766 } from './score-of-766.ts'
import type { ShareNumber, ThreeNumbers } from './three-numbers.ts'
import { writtenPeriod } from './written-period.ts'

/** number; item; name; satisfied or on time; of how many; share; its interval; points; p. */
type Line = [string, string, string, ...ExportedCell[]]

/** Everything the page of the three numbers says, a figure a line. */
export function exportedNumbers(lang: Lang, numbers: ThreeNumbers): ExportedTable {
  const t = textsIn[lang]
  const { period, share, nd61, score766 } = numbers
  const title = (name: 'number' | 'item' | 'title' | 'numerator' | 'denominator' | 'points') =>
    t(`numbers:export.${name}`)
  return {
    file: `hai-long-chi-so-${period.from}_${period.to}`,
    sheet: writtenPeriod(lang, period),
    columns: [
      { name: 'number', title: title('number'), kind: 'text' },
      { name: 'item', title: title('item'), kind: 'text' },
      { name: 'title', title: title('title'), kind: 'text' },
      { name: 'numerator', title: title('numerator'), kind: 'count' },
      { name: 'denominator', title: title('denominator'), kind: 'count' },
      { name: 'share', title: t('staff:offices.share'), kind: 'share' },
      { name: 'lower', title: t('exports:column.lower'), kind: 'share' },
      { name: 'upper', title: t('exports:column.upper'), kind: 'share' },
      { name: 'points', title: title('points'), kind: 'points' },
      { name: 'p', title: t('between:export.p'), kind: 'chance' },
    ],
    rows: [
      ...shareLines(lang, share),
      ...(nd61?.offices ?? []).map(
        ({ id, name, sum }): Line => ['nd61', id, name, null, null, null, null, null, sum, null],
      ),
      ...(score766 ? lines766(lang, score766) : []),
      onTimeLine('plan', t('numbers:onTime.plan'), share.city.onTime, share.city.returned),
      ...(score766
        ? [
            onTimeLine(
              '766',
              t('numbers:onTime.portal'),
              ...([score766.received - score766.overdue, score766.received] as const),
            ),
          ]
        : []),
    ],
  }
}

function figureLine(item: string, title: string, figure: ShareFigure, p: number | null = null): Line {
  if (figure.state === 'hidden') return ['share', item, title, null, null, null, null, null, null, null]
  if (figure.state === 'none') return ['share', item, title, 0, 0, null, null, null, null, null]
  const { satisfied, n, share, lower, upper } = figure
  return ['share', item, title, satisfied, n, share, lower, upper, null, p]
}

function shareLines(
  lang: Lang,
  { city, bounds, phoneAndKiosk, linkAndPlacard, procedures }: ShareNumber,
): Line[] {
  const t = textsIn[lang]
  const pair = (first: string, second: string, { first: a, second: b, test }: ComparedPair): Line[] => [
    figureLine(first, t(`numbers:export.${first as 'phone'}`), a, test?.p ?? null),
    figureLine(second, t(`numbers:export.${second as 'kiosk'}`), b, test?.p ?? null),
  ]
  return [
    figureLine('city', t('numbers:share.title'), city.ratings),
    [
      ...(['share', 'response_rate', t('numbers:share.responseRate')] as const),
      ...[
        city.rated,
        city.returned,
        city.rated === null || city.returned === 0 ? null : city.rated / city.returned,
      ],
      ...[null, null, null, null],
    ],
    [
      ...(['share', 'bounds', t('numbers:share.bounds')] as const),
      ...[null, null, null, bounds?.lower ?? null, bounds?.upper ?? null, null, null],
    ],
    ...pair('phone', 'kiosk', phoneAndKiosk),
    ...pair('link', 'placard', linkAndPlacard),
    ...(procedures ?? []).map(({ code, name, figure, test }) =>
      figureLine(
        `procedure ${code}`.trim(),
        code === '' ? t('numbers:procedures.unknown') : `${code} ${name}`,
        figure,
        test?.p ?? null,
      ),
    ),
  ]
}

function lines766(lang: Lang, { dossiers, onTime, satisfied, total }: Score766): Line[] {
  const t = textsIn[lang]
  const line = (item: string, title: string, points: number | null): Line => [
    ...(['766', item, title] as const),
    ...[null, null, null, null, null, points, null],
  ]
  const part = (name: 'dossiers' | 'onTime' | 'satisfied') => t(`numbers:score766.${name}`)
  return [
    line('dossiers_least', `${part('dossiers')} (${t('numbers:export.least')})`, dossiers?.least ?? null),
    line('dossiers_most', `${part('dossiers')} (${t('numbers:export.most')})`, dossiers?.most ?? null),
    line('petitions_on_time', part('onTime'), onTime),
    line('petitions_satisfied', part('satisfied'), satisfied),
    line(
      'total_least',
      `${t('numbers:score766.title')} (${t('numbers:export.least')})`,
      total?.least ?? null,
    ),
    line('total_most', `${t('numbers:score766.title')} (${t('numbers:export.most')})`, total?.most ?? null),
  ]
}

const onTimeLine = (item: string, title: string, k: number, n: number): Line => [
  ...(['on_time', item, title] as const),
  ...[k, n, n === 0 ? null : k / n, null, null, null, null],
]
