import { type Day, FIRST_DAY, LAST_DAY } from '../calendar/day.ts'
import { CERTAINTIES } from '../calendar/working-days.ts'
import type { ExportedCell, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { CalendarView } from './calendar-view.ts'
import { OFFICE_KINDS } from './office.ts'
import type { ListedOffice, OfficeList } from './office-list.ts'
import { MEASURES, type TargetsView } from './target.ts'

/** An open end of a validity is an empty cell. */
const end = (day: Day): Day | null => (day === FIRST_DAY || day === LAST_DAY ? null : day)

/** The offices of a day: the tree from the top down, then what is to open, then what has closed with its successors. */
export function exportedOffices(lang: Lang, { day, open, coming, closed }: OfficeList): ExportedTable {
  const t = textsIn[lang]
  const row = (office: ListedOffice, successors: { id: string }[] = []): ExportedCell[] => [
    ...[office.id, office.name, office.kind, office.gsoCode, office.outsideAuthority ? 1 : 0],
    ...[end(office.validFrom), end(office.validTo), successors.map(({ id }) => id).join(' ')],
  ]
  return {
    file: `don-vi-${day}`,
    sheet: t('offices:list.title'),
    columns: [
      { name: 'id', title: t('exports:column.id'), kind: 'text' },
      { name: 'name', title: t('offices:field.name'), kind: 'text' },
      {
        ...{ name: 'kind', title: t('offices:field.kind'), kind: 'text' },
        words: Object.fromEntries(OFFICE_KINDS.map((kind) => [kind, t(`offices:kind.${kind}`)])),
      },
      { name: 'gso_code', title: t('offices:field.gsoCode'), kind: 'text' },
      { name: 'outside_authority', title: t('offices:list.outside'), kind: 'count' },
      { name: 'valid_from', title: t('staff:period.from'), kind: 'day' },
      { name: 'valid_to', title: t('staff:period.to'), kind: 'day' },
      { name: 'successors', title: t('offices:field.successor'), kind: 'text' },
    ],
    rows: [
      ...open.map((office) => row(office)),
      ...coming.map((office) => row(office)),
      ...closed.map((office) => row(office, office.successors)),
    ],
  }
}

/** The days of a year that differ from the working week; weekday 1 is Monday. */
export function exportedCalendar(lang: Lang, { year, days }: CalendarView): ExportedTable {
  const t = textsIn[lang]
  const certainties = CERTAINTIES.map((each) => [each, t(`offices:calendar.certainty.${each}`)])
  const kinds = { off: t('offices:calendar.kind.off'), working: t('offices:calendar.kind.working') }
  return {
    file: `lich-${year}`,
    sheet: t('offices:calendar.title', { year }),
    columns: [
      { name: 'day', title: t('offices:calendar.day'), kind: 'day' },
      { name: 'weekday', title: t('offices:calendar.weekday'), kind: 'count' },
      { name: 'kind', title: t('offices:calendar.kindLabel'), kind: 'text', words: kinds },
      { name: 'name', title: t('offices:calendar.name'), kind: 'text' },
      {
        ...{ name: 'certainty', title: t('offices:calendar.certaintyLabel'), kind: 'text' },
        words: Object.fromEntries(certainties),
      },
      { name: 'source', title: t('offices:calendar.source'), kind: 'text' },
    ],
    rows: days.map(({ day, weekday, kind, name, certainty, source }) => [
      ...[day, weekday, kind],
      ...[name, certainty, source],
    ]),
  }
}

/** What each office has set itself for a year, as shares; none is an empty cell. */
export function exportedTargets(lang: Lang, { year, offices }: TargetsView): ExportedTable {
  const t = textsIn[lang]
  const share = (permille: number | undefined) => (permille === undefined ? null : permille / 1000)
  return {
    file: `chi-tieu-${year}`,
    sheet: t('offices:targets.title', { year }),
    columns: [
      { name: 'id', title: t('exports:column.id'), kind: 'text' },
      { name: 'name', title: t('offices:field.name'), kind: 'text' },
      { name: 'gso_code', title: t('offices:field.gsoCode'), kind: 'text' },
      ...MEASURES.map((measure) => ({
        ...{ name: `${measure}_target`, title: t(`offices:targets.${measure}`) },
        kind: 'share' as const,
      })),
    ],
    rows: offices.map(({ id, name, gsoCode, targets }) => [
      ...[id, name, gsoCode],
      ...MEASURES.map((measure) => share(targets[measure])),
    ]),
  }
}
