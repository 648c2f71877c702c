import type { Month } from '../calendar/day.ts'
import type { RatingFigure } from '../reports/rating-figure.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'

/** Fewer than this are not shown in public, whatever the city shows inside. */
export const PUBLIC_MINIMUM = 10

/** A definition as the public view counts by it. */
export const inPublic = (definition: IndexDefinition): IndexDefinition => ({
  ...definition,
  minimumN: Math.max(PUBLIC_MINIMUM, definition.minimumN),
})

export interface PublishedPetitions {
  received: number
  answered: number
  /** Answered on time, or still within their time. */
  onTime: number
}

/** What the public may see of a place in a month, its own and all below it; null: may not be shown. */
export interface PublishedLine {
  /** `*` for the city where no office is its top. */
  id: string
  name: string
  depth: number
  /** Answers to the province: no part of the city's sum. */
  outside: boolean
  ratings: RatingFigure
  returned: number | null
  onTime: number | null
  /** Returned dossiers that were rated. */
  rated: number | null
  petitions: PublishedPetitions | null
}

export interface PublishedMonth {
  month: Month
  definition: IndexDefinition
  /** The first 12 characters of the frozen record's SHA-256; '' while the month is not closed. */
  record: string
  city: PublishedLine
  offices: PublishedLine[]
}

/** A complaint and its answer, in words that two people of Văn phòng looked at. */
export interface PublicAnswer {
  officeId: string
  office: string
  question: string
  answer: string
}

/**
 * So many answers of one office at once: each tells of one complaint, and a hidden number of them, at most nine, must
 * stay within a range of five.
 */
export const ANSWERS_OF_AN_OFFICE = 4
/** On the city's own page, of all offices together. */
export const ANSWERS_OF_THE_CITY = 8

/** All that is public: twelve settled months, oldest first, and chosen answers, the newest first. */
export interface Publication {
  months: PublishedMonth[]
  answers: PublicAnswer[]
  minimumN: number
}

/** A place's line in each month, null in one in which it did not stand. */
export const linesOf = (
  { months }: Publication,
  id: string | null,
): { month: PublishedMonth; line: PublishedLine | null }[] =>
  months.map((month) => ({
    month,
    line: id === null ? month.city : (month.offices.find((line) => line.id === id) ?? null),
  }))

export const isOfCity = ({ city }: PublishedMonth, line: PublishedLine): boolean => line === city
