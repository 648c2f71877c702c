import { listCommentThemes, sumThemesByMonth, sumThemesByOffice } from '#db/queries/comment-themes.ts'
import {
  type CommentFilter,
  type CommentPlace,
  countCommentsByOffice,
  type ListedComment,
  listComments,
} from '#db/queries/comments.ts'
import { listVersionsOf } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'
import { addDays, firstDayOf, lastDayOf, type Month, monthOf } from '../calendar/day.ts'
import { isWholeMonths, lastTwelveMonths, monthsOf, type Period } from '../calendar/period.ts'
import { NotFound } from '../errors.ts'
import type { Level } from '../statistics/level-counts.ts'
import { readVersion, type Texts } from '../surveys/survey.ts'
import { FEWEST_COMMENTS, REASONS } from './comment.ts'
import { type CommentQuestion, writtenPlace } from './comment-question.ts'
import { type MaskedPart, maskedParts } from './personal-data.ts'
import { phrasesOf } from './search-words.ts'
import { listOf, type Theme, themeOf } from './theme.ts'
import {
  type CommentOffice,
  type OfficeThemes,
  type ThemeFigure,
  themesByMonth,
  themesByOffice,
} from './theme-figures.ts'

const ON_A_PAGE = 40
const IN_A_BATCH = 1000

/** An office of the period with the levels that may not be told of it. */
export interface OfficeOfComments extends CommentOffice {
  hiddenLevels: readonly Level[]
}

/** What is asked, by whom it may be read, and the city it is asked of. */
export interface AskedComments {
  period: Period
  question: CommentQuestion
  offices: readonly OfficeOfComments[]
  minimumN: number
  /** Whether the words themselves are shown. */
  mayRead: boolean
}

/** A comment as it may be read: masked, at half a day, its level only where the office's table shows it. */
export interface ShownComment {
  key: string
  office: string
  day: string
  half: 'am' | 'pm'
  level: Level | null
  reasons: string[]
  themes: string[]
  parts: MaskedPart[]
  lang: string
}

export interface CommentView {
  offices: CommentOffice[]
  themes: Pick<Theme, 'id' | 'names'>[]
  reasons: { id: string; text: Texts }[]
  /** Of the office asked for, or the whole city. */
  figures: { of: number | null; themes: ThemeFigure[]; months: Month[] }
  byOffice: OfficeThemes[]
  /** null where figures are all that is shown. */
  list: { comments: ShownComment[]; older: string | null; tooFew: boolean } | null
}

/**
 * Comments of a period and their themes by whole months: text only of offices with at least 8 comments in the period.
 * @throws NotFound for an office that the period does not have
 */
export async function commentView(
  db: Db,
  asked: AskedComments,
  below: CommentPlace | null,
): Promise<CommentView> {
  const { period, question, offices, minimumN } = asked
  const chosen = chosenOffices(offices, question.office)
  const year = lastTwelveMonths(period)
  const ids = chosen.map(({ id }) => id)
  const [themeRows, counts, monthly, versions] = await Promise.all([
    listCommentThemes(db),
    sumThemesByOffice(db, monthOf(period.from), monthOf(period.to)),
    sumThemesByMonth(db, monthOf(year.from), monthOf(year.to), ids),
    listVersionsOf(db, 'short'),
  ])
  const themes = themeRows.map(themeOf)
  const themeIds = themes.map(({ id }) => id)
  const byOffice = themesByOffice(offices, counts, themeIds, minimumN)
  const top = placeOf(offices, question.office, byOffice, counts, themeIds)
  const shown = themeIds.map((theme, i) => ({ theme, n: top.ns[i] ?? null }))
  const months = monthsOf(year)
  return {
    offices: offices.map(({ id, name, depth, parentId }) => ({ id, name, depth, parentId })),
    themes: themes.map(({ id, names }) => ({ id, names })),
    reasons: reasonsIn(versions),
    figures: {
      of: top.of,
      themes: themesByMonth(months, monthly, shown, { period, k: minimumN }),
      months,
    },
    byOffice,
    list: asked.mayRead ? await listOfPage(db, asked, counts, below) : null,
  }
}

/** The office asked for and those below it; all where none is asked for. */
function chosenOffices(offices: readonly OfficeOfComments[], office: string): OfficeOfComments[] {
  if (office === '') return [...offices]
  const within = new Set([office])
  for (const { id, parentId } of offices) if (parentId !== null && within.has(parentId)) within.add(id)
  const chosen = offices.filter(({ id }) => within.has(id))
  if (chosen.length === 0) throw new NotFound()
  return chosen
}

type Counts = Awaited<ReturnType<typeof sumThemesByOffice>>

/** The line asked for; without one the root's, or the sum where several offices stand at the top. */
function placeOf(
  offices: readonly OfficeOfComments[],
  office: string,
  byOffice: readonly OfficeThemes[],
  counts: Counts,
  themes: readonly string[],
): Pick<OfficeThemes, 'of' | 'ns'> {
  const [root, ...others] = offices.filter(({ depth }) => depth === 0)
  const id = office || (others.length === 0 ? root?.id : undefined)
  const line = byOffice.find((each) => each.office === id)
  if (line) return line
  const sum = (theme: string) =>
    counts.filter((row) => row.theme === theme).reduce((total, { n }) => total + n, 0)
  const isHidden = (at: number) => byOffice.some((each) => each.ns[at] === null)
  return { of: sum(''), ns: themes.map((theme, at) => (isHidden(at) ? null : sum(theme))) }
}

function reasonsIn(versions: Awaited<ReturnType<typeof listVersionsOf>>): CommentView['reasons'] {
  const known = versions
    .filter(({ status }) => status === 'published')
    .flatMap((row) => readVersion(row).questions)
    .filter(({ identity }) => identity === REASONS)
    .flatMap(({ options }) => options)
  return [...new Map(known.map((option) => [option.id, option])).values()]
}

/** Offices of the question whose words may be shown; with a level, those that may tell it. */
async function readableOffices(db: Db, { period, question, offices }: AskedComments, counts: Counts) {
  const chosen = chosenOffices(offices, question.office)
  const n = await commentsIn(db, period, counts)
  const readable = chosen.filter(({ id }) => (n.get(id) ?? 0) >= FEWEST_COMMENTS)
  const tooFew = chosen.some(({ id }) => (n.get(id) ?? 0) > 0 && !readable.some((one) => one.id === id))
  const { level } = question
  const telling = readable.filter(({ hiddenLevels }) => level === null || !hiddenLevels.includes(level))
  return { readable: telling, tooFew }
}

/** Comments of each office in the period: those of its months without the days that lie outside it. */
async function commentsIn(db: Db, period: Period, counts: Counts): Promise<Map<string, number>> {
  const n = new Map(counts.filter(({ theme }) => theme === '').map((row) => [row.office_id, row.n]))
  if (isWholeMonths(period)) return n
  const [first, last] = [firstDayOf(monthOf(period.from)), lastDayOf(monthOf(period.to))]
  const outside = [
    { from: `${first} am`, to: `${addDays(period.from, -1)} pm` },
    { from: `${addDays(period.to, 1)} am`, to: `${last} pm` },
  ]
  for (const row of await countCommentsByOffice(db, outside))
    n.set(row.office_id, (n.get(row.office_id) ?? 0) - row.n)
  return n
}

/** Without an office asked for, those that are not shown are named: they are few. */
function filterOf(
  { period, question, offices: all }: AskedComments,
  readable: readonly CommentOffice[],
): CommentFilter {
  const { level, reason, theme, words } = question
  const ids = readable.map(({ id }) => id)
  const others = all.map(({ id }) => id).filter((id) => !ids.includes(id))
  const offices = question.office === '' ? { without: others } : { only: ids }
  return {
    ...{ from: `${period.from} am`, to: `${period.to} pm`, offices },
    ...{ level, reason, theme, phrases: phrasesOf(words) },
  }
}

async function listOfPage(
  db: Db,
  asked: AskedComments,
  counts: Counts,
  below: CommentPlace | null,
): Promise<NonNullable<CommentView['list']>> {
  const { readable, tooFew } = await readableOffices(db, asked, counts)
  if (readable.length === 0) return { comments: [], older: null, tooFew }
  const found = await listComments(db, filterOf(asked, readable), below, ON_A_PAGE + 1)
  const page = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? page.at(-1) : undefined
  return { comments: page.map(shownBy(readable)), older: last ? writtenPlace(last) : null, tooFew }
}

/** All comments that fit, in batches, as they may be read. */
export async function* readableComments(db: Db, asked: AskedComments): AsyncGenerator<ShownComment[]> {
  const { from, to } = asked.period
  const counts = await sumThemesByOffice(db, monthOf(from), monthOf(to))
  const { readable } = await readableOffices(db, asked, counts)
  if (readable.length === 0) return
  const [filter, shown] = [filterOf(asked, readable), shownBy(readable)]
  let below: CommentPlace | null = null
  for (;;) {
    const batch: ListedComment[] = await listComments(db, filter, below, IN_A_BATCH)
    yield batch.map(shown)
    const last = batch.at(-1)
    if (!last || batch.length < IN_A_BATCH) return
    below = { halfDay: last.half_day, mark: last.mark }
  }
}

const shownBy = (offices: readonly OfficeOfComments[]) => {
  const hidden = new Map(offices.map(({ id, hiddenLevels }) => [id, hiddenLevels]))
  return (row: ListedComment): ShownComment => {
    const level = row.level as Level
    const [day = '', half] = row.half_day.split(' ')
    return {
      ...{ key: row.mark, office: row.office_id, day, half: half === 'am' ? 'am' : 'pm' },
      level: row.stage === 'filing' || hidden.get(row.office_id)?.includes(level) ? null : level,
      ...{ reasons: listOf(row.reasons), themes: listOf(row.themes) },
      ...{ parts: maskedParts(row.comment), lang: row.lang },
    }
  }
}
