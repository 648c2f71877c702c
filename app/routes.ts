import { type RouteConfig, route } from '@remix-run/route-config'
import { patterns, xlsxOf } from './paths.ts'

/** A table's files: one door for the `.csv` and the `.xlsx` beside it. */
const files = (csv: string, door: string) => [
  route(csv, door),
  route(xlsxOf(csv), door, { id: `${door.replace(/\.ts$/, '')}-xlsx` }),
]

export default [
  // citizen: a phone, nobody signed in
  route(patterns.home, 'routes/citizen/home.tsx'),
  route(patterns.rate, 'routes/citizen/rate.tsx'),
  route(patterns.receipt, 'routes/citizen/receipt.tsx'),
  route(patterns.tell, 'routes/citizen/tell.tsx'),
  route(patterns.follow, 'routes/citizen/follow.tsx'),
  route(patterns.followedCase, 'routes/citizen/followed-case.tsx'),
  // session
  route(patterns.signIn, 'routes/session/sign-in.tsx'),
  route(patterns.signOut, 'routes/session/sign-out.ts'),
  route(patterns.providerStart, 'routes/session/provider-start.ts'),
  route(patterns.providerReturn, 'routes/session/provider-return.tsx'),
  route(patterns.activate, 'routes/session/activate.tsx'),
  route(patterns.forgottenPassword, 'routes/session/forgotten-password.tsx'),
  // one's own account
  route(patterns.account, 'routes/account/account.tsx'),
  route(patterns.accountPassword, 'routes/account/change-password.tsx'),
  route(patterns.accountSecondFactor, 'routes/account/second-factor.tsx'),
  route(patterns.accountRecoveryCodes, 'routes/account/recovery-codes.tsx'),
  // staff
  route(patterns.overview, 'routes/staff/overview.tsx'),
  route(patterns.indexDefinition, 'routes/staff/index-definition.tsx'),
  ...files(patterns.overviewCsv, 'routes/staff/overview-csv.ts'),
  route(patterns.officeIndex, 'routes/staff/office-index.tsx'),
  route(patterns.officeFigures, 'routes/staff/office-figures.tsx'),
  ...files(patterns.officeFiguresCsv, 'routes/staff/office-figures-csv.ts'),
  route(patterns.between, 'routes/staff/between.tsx'),
  ...files(patterns.betweenCsv, 'routes/staff/between-csv.ts'),
  route(patterns.numbers, 'routes/staff/numbers.tsx'),
  ...files(patterns.numbersCsv, 'routes/staff/numbers-csv.ts'),
  route(patterns.flags, 'routes/staff/flags.tsx'),
  ...files(patterns.flagsCsv, 'routes/staff/flags-csv.ts'),
  route(patterns.qr, 'routes/staff/qr.ts'),
  route(patterns.print, 'routes/staff/print.tsx'),
  route(patterns.printPreview, 'routes/staff/print-preview.tsx'),
  route(patterns.printAgain, 'routes/staff/print-again.tsx'),
  route(patterns.printSlips, 'routes/staff/print-slips.tsx'),
  route(patterns.printSlipsFile, 'routes/staff/print-slips-file.ts'),
  route(patterns.printJob, 'routes/staff/print-job.tsx'),
  route(patterns.printFile, 'routes/staff/print-file.ts'),
  route(patterns.comments, 'routes/staff/comments.tsx'),
  ...files(patterns.commentsCsv, 'routes/staff/comments-csv.ts'),
  route(patterns.commentThemes, 'routes/staff/comment-themes.tsx'),
  ...files(patterns.commentThemesCsv, 'routes/staff/comment-themes-csv.ts'),
  route(patterns.cases, 'routes/staff/cases.tsx'),
  ...files(patterns.casesCsv, 'routes/staff/cases-csv.ts'),
  route(patterns.caseSettings, 'routes/staff/case-settings.tsx'),
  route(patterns.feedbackCase, 'routes/staff/case.tsx'),
  route(patterns.audit, 'routes/staff/audit.tsx'),
  ...files(patterns.auditCsv, 'routes/staff/audit-csv.ts'),
  // administration: offices, counters, procedures, calendar, targets
  route(patterns.administration, 'routes/admin/administration.tsx'),
  route(patterns.offices, 'routes/admin/offices.tsx'),
  route(patterns.officesCsv, 'routes/admin/offices-csv.ts'),
  route(patterns.openOffice, 'routes/admin/office-opening.tsx'),
  route(patterns.mergeOffices, 'routes/admin/merge.tsx'),
  route(patterns.office, 'routes/admin/office.tsx'),
  route(patterns.counters, 'routes/admin/counters.tsx'),
  route(patterns.officeChange, 'routes/admin/office-change.tsx'),
  route(patterns.procedures, 'routes/admin/procedures.tsx'),
  route(patterns.proceduresCsv, 'routes/admin/procedures-csv.ts'),
  route(patterns.calendar, 'routes/admin/calendar.tsx'),
  route(patterns.calendarCsv, 'routes/admin/calendar-csv.ts'),
  route(patterns.targets, 'routes/admin/targets.tsx'),
  route(patterns.targetsCsv, 'routes/admin/targets-csv.ts'),
  // administration: surveys
  route(patterns.surveys, 'routes/admin/surveys.tsx'),
  route(patterns.surveyVersion, 'routes/admin/survey-version.tsx'),
  route(patterns.nd61, 'routes/admin/survey-indicators.tsx'),
  ...files(patterns.nd61Csv, 'routes/admin/survey-indicators-csv.ts'),
  // administration: staff
  route(patterns.staffList, 'routes/admin/staff.tsx'),
  route(patterns.staffMember, 'routes/admin/staff-member.tsx'),
  route(patterns.staffLetter, 'routes/admin/staff-letter.tsx'),
  // administration: kiosks
  route(patterns.kiosks, 'routes/admin/kiosks.tsx'),
  ...files(patterns.kiosksCsv, 'routes/admin/kiosks-csv.ts'),
  route(patterns.kioskGuide, 'routes/admin/kiosk-guide.tsx'),
  // api: a tablet's side
  route(patterns.kioskPair, 'routes/api/kiosk-pair.ts'),
  route(patterns.kioskRatings, 'routes/api/kiosk-ratings.ts'),
  route(patterns.kioskHeartbeat, 'routes/api/kiosk-heartbeat.ts'),
  // health
  route(patterns.healthz, 'routes/health/healthz.ts'),
  route(patterns.readyz, 'routes/health/readyz.ts'),
  route('*', 'routes/citizen/not-found.tsx'),
] satisfies RouteConfig
