/**
 * The plan of the People's Committee, II.2.2, as whole percentages, to compare counts with without rounding: at
 * least 95% satisfied (the verdict's target is the same number, statistics/verdict.ts), and more than 99% of
 * dossiers returned on time or early.
 */
export const SATISFIED_PERCENT = 95
export const ON_TIME_PERCENT = 99
