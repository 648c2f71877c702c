/** The surveys delivered with the product; a city writes its own versions of them. */
export const SURVEYS = ['short', 'nd61', 'sipas22'] as const
export type KnownSurvey = (typeof SURVEYS)[number]

export const isKnownSurvey = (survey: string): survey is KnownSurvey =>
  SURVEYS.some((known) => known === survey)
