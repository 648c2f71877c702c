import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { type Day, writtenDay } from '../../calendar/day.ts'
import type { PeriodForm } from '../period-form.ts'
import { PeriodProblems, PeriodSwitcher } from '../period-switcher.tsx'
import { FlagList } from './flag-list.tsx'
import { FlaggedTable } from './flagged-table.tsx'
import type { FlagsView } from './flags-view.ts'

export interface FlagsPageProps extends FlagsView {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  today: Day
  refused: PeriodForm | null
}

/** Days on which ratings may not be citizens' own, what that rests on, and the figures with and without them. */
export function FlagsPage({ lang, viewer, today, refused, ...view }: FlagsPageProps) {
  const t = textsIn[lang]
  const { period, office, lines, flags, lookedThrough } = view
  const kept: Record<string, string> = office ? { office } : {}
  const asked = { from: period.from, to: period.to, ...kept }
  return (
    <DeskFrame place="flags" lang={lang} viewer={viewer} asked={asked}>
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <h1>{t('flags:title')}</h1>
      <p className="lead">{t('flags:what')}</p>
      <PeriodSwitcher {...{ lang, period, today, refused, kept }} path={patterns.flags} />
      <p className="quiet">
        {lookedThrough ? t('flags:looked', { day: writtenDay(lookedThrough) }) : t('flags:notLooked')}
      </p>
      {flags.length === 0 && lines.length === 0 ? (
        <p className="empty">{t('flags:none')}</p>
      ) : (
        <>
          <FlaggedTable lang={lang} {...view} />
          <FileLinks lang={lang} csv={`${patterns.flagsCsv}?${new URLSearchParams(asked)}`} />
          <FlagList lang={lang} {...view} />
        </>
      )}
      <p className="source">{t('flags:independent')}</p>
    </DeskFrame>
  )
}
