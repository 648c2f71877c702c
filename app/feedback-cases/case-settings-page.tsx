import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import type { CaseProblems } from './case-outcome.ts'
import { CASE_SETTING_NAMES, CASE_SETTINGS, type CaseSettings } from './case-settings.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  settings: CaseSettings
  saved: boolean
  refused: { problems: CaseProblems; typed: Record<string, string> } | null
}

/** The numbers of days that deadlines are counted by: the law's most, or a province's own. */
export function CaseSettingsPage({ lang, viewer, settings, saved, refused }: Props) {
  const t = textsIn[lang]
  const problemOf = (name: keyof CaseSettings) =>
    refused?.problems[name] && t('caseDesk:settings.between', { most: CASE_SETTINGS[name].most })
  const problems = CASE_SETTING_NAMES.flatMap((name) => {
    const text = problemOf(name)
    return text ? [{ name, text: `${t(`caseDesk:settings.${name}`)}: ${text}` }] : []
  })
  return (
    <DeskFrame lang={lang} viewer={viewer} place="cases">
      {problems.length > 0 && <ErrorSummary title={t('caseDesk:wrong')} problems={problems} />}
      {saved && (
        <p className="done" role="status">
          {t('caseDesk:done.settings')}
        </p>
      )}
      <p>
        <a className="back" href={patterns.cases}>
          {t('caseDesk:back')}
        </a>
      </p>
      <h1>{t('caseDesk:settings.title')}</h1>
      <p className="quiet">{t('caseDesk:settings.what')}</p>
      <form method="post" className="case-form">
        {CASE_SETTING_NAMES.map((name) => (
          <InputField
            key={name}
            id={name}
            name={name}
            inputMode="numeric"
            label={t(`caseDesk:settings.${name}`)}
            value={refused?.typed[name] ?? String(settings[name])}
            problem={problemOf(name)}
          />
        ))}
        <button type="submit" className="main">
          {t('caseDesk:settings.save')}
        </button>
      </form>
    </DeskFrame>
  )
}
