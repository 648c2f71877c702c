import i18next, { type i18n, type TFunction } from 'i18next'
import { accounts as enAccounts } from './en/accounts.ts'
import { alerts as enAlerts } from './en/alerts.ts'
import { audit as enAudit } from './en/audit.ts'
import { between as enBetween } from './en/between.ts'
import { caseDesk as enCaseDesk } from './en/case-desk.ts'
import { cases as enCases } from './en/cases.ts'
import { citizen as enCitizen } from './en/citizen.ts'
import { comments as enComments } from './en/comments.ts'
import { definitions as enDefinitions } from './en/definitions.ts'
import { desk as enDesk } from './en/desk.ts'
import { exports as enExports } from './en/exports.ts'
import { flags as enFlags } from './en/flags.ts'
import { frame as enFrame } from './en/frame.ts'
import { kiosks as enKiosks } from './en/kiosks.ts'
import { notices as enNotices } from './en/notices.ts'
import { numbers as enNumbers } from './en/numbers.ts'
import { offices as enOffices } from './en/offices.ts'
import { print as enPrint } from './en/print.ts'
import { publication as enPublication } from './en/publication.ts'
import { released as enReleased } from './en/released.ts'
import { reports as enReports } from './en/reports.ts'
import { session as enSession } from './en/session.ts'
import { staff as enStaff } from './en/staff.ts'
import { surveys as enSurveys } from './en/surveys.ts'
import { tablet as enTablet } from './en/tablet.ts'
import type { Lang } from './languages.ts'
import { quickTexts } from './quick-texts.ts'
import { accounts } from './vi/accounts.ts'
import { alerts } from './vi/alerts.ts'
import { audit } from './vi/audit.ts'
import { between } from './vi/between.ts'
import { caseDesk } from './vi/case-desk.ts'
import { cases } from './vi/cases.ts'
import { citizen } from './vi/citizen.ts'
import { comments } from './vi/comments.ts'
import { definitions } from './vi/definitions.ts'
import { desk } from './vi/desk.ts'
import { exports } from './vi/exports.ts'
import { flags } from './vi/flags.ts'
import { frame } from './vi/frame.ts'
import { kiosks } from './vi/kiosks.ts'
import { notices } from './vi/notices.ts'
import { numbers } from './vi/numbers.ts'
import { offices } from './vi/offices.ts'
import { print } from './vi/print.ts'
import { publication } from './vi/publication.ts'
import { released } from './vi/released.ts'
import { reports } from './vi/reports.ts'
import { session } from './vi/session.ts'
import { staff } from './vi/staff.ts'
import { surveys } from './vi/surveys.ts'
import { tablet } from './vi/tablet.ts'
import { accounts as zhAccounts } from './zh/accounts.ts'
import { alerts as zhAlerts } from './zh/alerts.ts'
import { audit as zhAudit } from './zh/audit.ts'
import { between as zhBetween } from './zh/between.ts'
import { caseDesk as zhCaseDesk } from './zh/case-desk.ts'
import { cases as zhCases } from './zh/cases.ts'
import { citizen as zhCitizen } from './zh/citizen.ts'
import { comments as zhComments } from './zh/comments.ts'
import { definitions as zhDefinitions } from './zh/definitions.ts'
import { desk as zhDesk } from './zh/desk.ts'
import { exports as zhExports } from './zh/exports.ts'
import { flags as zhFlags } from './zh/flags.ts'
import { frame as zhFrame } from './zh/frame.ts'
import { kiosks as zhKiosks } from './zh/kiosks.ts'
import { notices as zhNotices } from './zh/notices.ts'
import { numbers as zhNumbers } from './zh/numbers.ts'
import { offices as zhOffices } from './zh/offices.ts'
import { print as zhPrint } from './zh/print.ts'
import { publication as zhPublication } from './zh/publication.ts'
import { released as zhReleased } from './zh/released.ts'
import { reports as zhReports } from './zh/reports.ts'
import { session as zhSession } from './zh/session.ts'
import { staff as zhStaff } from './zh/staff.ts'
import { surveys as zhSurveys } from './zh/surveys.ts'
import { tablet as zhTablet } from './zh/tablet.ts'

/** The same keys with other words: a language that lacks one, or has one too many, does not compile. */
export type Same<T> = { [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> }

const vi = {
  caseDesk,
  accounts,
  alerts,
  audit,
  between,
  citizen,
  desk,
  comments,
  session,
  reports,
  print,
  staff,
  flags,
  frame,
  notices,
  numbers,
  offices,
  surveys,
  exports,
  tablet,
  cases,
  kiosks,
  publication,
  released,
  definitions,
}
const resources = {
  vi,
  en: {
    comments: enComments,
    accounts: enAccounts,
    alerts: enAlerts,
    audit: enAudit,
    cases: enCases,
    between: enBetween,
    notices: enNotices,
    numbers: enNumbers,
    caseDesk: enCaseDesk,
    offices: enOffices,
    kiosks: enKiosks,
    citizen: enCitizen,
    desk: enDesk,
    session: enSession,
    reports: enReports,
    print: enPrint,
    staff: enStaff,
    surveys: enSurveys,
    tablet: enTablet,
    flags: enFlags,
    frame: enFrame,
    exports: enExports,
    publication: enPublication,
    released: enReleased,
    definitions: enDefinitions,
  },
  zh: {
    comments: zhComments,
    accounts: zhAccounts,
    alerts: zhAlerts,
    audit: zhAudit,
    cases: zhCases,
    between: zhBetween,
    notices: zhNotices,
    numbers: zhNumbers,
    caseDesk: zhCaseDesk,
    offices: zhOffices,
    kiosks: zhKiosks,
    citizen: zhCitizen,
    desk: zhDesk,
    session: zhSession,
    reports: zhReports,
    print: zhPrint,
    staff: zhStaff,
    surveys: zhSurveys,
    tablet: zhTablet,
    flags: zhFlags,
    frame: zhFrame,
    exports: zhExports,
    publication: zhPublication,
    released: zhReleased,
    definitions: zhDefinitions,
  },
} satisfies Record<Lang, Same<typeof vi>>

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: typeof vi
    defaultNS: false
  }
}

function speaking(lang: Lang): i18n {
  const instance = i18next.createInstance()
  instance.init({
    lng: lang,
    resources,
    fallbackLng: false,
    defaultNS: false as never,
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      throw new Error(`No text for ${namespace}:${key} in ${lang}`)
    },
  } as Parameters<i18n['init']>[0])
  return instance
}

/** One i18next instance a language, made once (making one costs 358 µs). */
export const i18nIn: Record<Lang, i18n> = { vi: speaking('vi'), en: speaking('en'), zh: speaking('zh') }

export const textsIn: Record<Lang, TFunction> = {
  vi: quickTexts('vi', i18nIn.vi),
  en: quickTexts('en', i18nIn.en),
  zh: quickTexts('zh', i18nIn.zh),
}
