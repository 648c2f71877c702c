import type { ReactNode } from 'react'
import { FIRST_DAY, LAST_DAY, writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatShareRange, percentOf } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Period } from '../calendar/period.ts'
import type { TakenOver } from '../offices/lineage.ts'
import { writtenPredecessors } from '../offices/written-lineage.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { HiddenFigure, shareWords, VerdictChip } from './figure-words.tsx'
import { LevelBar } from './level-bar.tsx'
import type { PlacedOffice } from './office-tree.ts'
import type { OfficeLine } from './overview.ts'
import { OwnTarget } from './own-target.tsx'
import type { ShownRatings } from './rating-figure.ts'
import { ShareScale, ShareWhisker } from './share-whisker.tsx'
import { ON_TIME_PERCENT } from './targets.ts'
import { officeFiguresAddress } from './written-period.ts'
import { writtenShare } from './written-share.ts'

const COLUMNS = ['returned', 'onTime', 'ratings', 'responseRate', 'levels', 'share', 'verdict'] as const

interface TableProps {
  lang: Lang
  period: Period
  definition: IndexDefinition
  offices: OfficeLine[]
  /** Where the scale of the dots begins. */
  lowest: number
  /** Whether an office's own page is open to who reads this. */
  isLinked: boolean
}

/** The offices in the tree's order, never by score; on a phone each line becomes a card. */
export function OfficeTable({ lang, offices, ...rest }: TableProps) {
  const t = textsIn[lang]
  return (
    <>
      <ShareScale lowest={rest.lowest} />
      <table className="offices">
        <thead>
          <tr>
            <th scope="col">{t('staff:offices.office')}</th>
            {COLUMNS.map((column) => (
              <th scope="col" key={column} className={column}>
                {t(`staff:offices.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((line) => (
            <OfficeRow key={line.office.id} lang={lang} line={line} {...rest} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function OfficeRow({ lang, line, ...rest }: Omit<TableProps, 'offices'> & { line: OfficeLine }) {
  const { office, returned, rated, ratings } = line
  const { minimumN } = rest.definition
  const rate = rated === null ? null : percentOf(lang, rated, returned)
  return (
    <tr>
      <th scope="row" className={`depth-${Math.min(office.depth, 5)}`}>
        <OfficeName
          {...{ lang, office, isLinked: rest.isLinked }}
          includes={line.includes}
          period={rest.period}
        />
      </th>
      <Cell lang={lang} column="returned">
        {formatCount(lang, returned)}
      </Cell>
      <Cell lang={lang} column="onTime">
        <OnTime lang={lang} line={line} />
      </Cell>
      <Cell lang={lang} column="ratings">
        {ratings.state === 'hidden' && <HiddenFigure lang={lang} k={minimumN} />}
        {ratings.state === 'none' && formatCount(lang, 0)}
        {ratings.state === 'shown' && formatCount(lang, ratings.n)}
      </Cell>
      <Cell lang={lang} column="responseRate">
        {rated === null ? <HiddenFigure lang={lang} /> : rate}
      </Cell>
      {ratings.state === 'shown' ? (
        <RatingCells lang={lang} line={line} ratings={ratings} {...rest} />
      ) : (
        <EmptyCells lang={lang} isHidden={ratings.state === 'hidden'} />
      )}
    </tr>
  )
}

function Cell({
  lang,
  column,
  children,
}: {
  lang: Lang
  column: (typeof COLUMNS)[number]
  children?: ReactNode
}) {
  return (
    <td className={column} data-label={textsIn[lang](`staff:offices.${column}`)}>
      {children}
    </td>
  )
}

function OfficeName({
  lang,
  office,
  includes,
  period,
  isLinked,
}: {
  lang: Lang
  office: PlacedOffice
  includes: TakenOver[]
  period: Period
  isLinked: boolean
}) {
  const t = textsIn[lang]
  const notes = [
    office.validFrom !== FIRST_DAY && office.validFrom > period.from
      ? t('staff:offices.since', { day: writtenDay(office.validFrom) })
      : null,
    office.validTo !== LAST_DAY && office.validTo <= period.to
      ? t('staff:offices.until', { day: writtenDay(office.validTo) })
      : null,
    office.outside && office.countsInto === null ? t('staff:offices.outside') : null,
    includes.length > 0
      ? t('offices:lineage.includes', { predecessors: writtenPredecessors(lang, includes) })
      : null,
  ].filter((note) => note !== null)
  const name = lang === 'vi' ? office.name : <span lang="vi">{office.name}</span>
  return (
    <>
      {isLinked ? <a href={officeFiguresAddress(office.id, period)}>{name}</a> : name}
      {notes.length > 0 && <small>{notes.join('; ')}</small>}
    </>
  )
}

function OnTime({ lang, line }: { lang: Lang; line: OfficeLine }) {
  if (line.onTimeMet === null) return null
  return (
    <>
      {writtenShare(lang, line.onTime, line.returned, ON_TIME_PERCENT)}
      <small>
        <VerdictChip lang={lang} verdict={line.onTimeMet ? 'met' : 'not_met'} />
      </small>
      <OwnTarget lang={lang} line={line} measure="on_time" />
    </>
  )
}

type RatingCells = Omit<TableProps, 'offices'> & { line: OfficeLine; ratings: ShownRatings }

function RatingCells({ lang, line, ratings, definition, lowest }: RatingCells) {
  const t = textsIn[lang]
  const { verified } = line
  const { share } = shareWords(lang, ratings)
  return (
    <>
      <Cell lang={lang} column="levels">
        <LevelBar lang={lang} ratings={ratings} satisfiedLevels={definition.satisfiedLevels} />
      </Cell>
      <Cell lang={lang} column="share">
        <span className="with-whisker">
          <strong>{share}</strong>
          <ShareWhisker figure={ratings} lowest={lowest} isShared />
          <span>{`(${formatShareRange(lang, ratings.lower, ratings.upper)})`}</span>
        </span>
        {verified.state === 'shown' && (
          <small>{t('staff:offices.verified', shareWords(lang, verified))}</small>
        )}
      </Cell>
      <Cell lang={lang} column="verdict">
        <VerdictChip lang={lang} verdict={ratings.verdict} />
        <small>{`${share} ${ratings.meetsTarget ? '≥' : '<'} 95%`}</small>
        <OwnTarget lang={lang} line={line} measure="satisfied" />
      </Cell>
    </>
  )
}

function EmptyCells({ lang, isHidden }: { lang: Lang; isHidden: boolean }) {
  const shown = isHidden ? <HiddenFigure lang={lang} /> : textsIn[lang]('staff:offices.noRatings')
  return (
    <>
      <Cell lang={lang} column="levels" />
      <Cell lang={lang} column="share">
        {shown}
      </Cell>
      <Cell lang={lang} column="verdict">
        {isHidden ? shown : <VerdictChip lang={lang} verdict="undecided" />}
      </Cell>
    </>
  )
}
