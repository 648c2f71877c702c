import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { dayOf, writtenDay } from '../calendar/day.ts'
import { MonthlyLine } from './monthly-line.tsx'
import { OverviewNotes } from './overview-notes.tsx'
import { OfficeFigures } from './overview-page.tsx'
import { OverviewSentence } from './overview-sentence.tsx'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import type { ReleasedOverview } from './released-overview.server.ts'
import { TargetGlance } from './target-glance.tsx'

interface ReleasedPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  overview: ReleasedOverview
  refused: PeriodForm | null
  asOf: string
}

/** What a measured office sees first: its own part of the tree, up to which day, and why not later. */
export function ReleasedPage({ lang, viewer, overview, refused, asOf }: ReleasedPageProps) {
  const t = textsIn[lang]
  const { period, office, city, months, releasedThrough: day } = overview
  return (
    <DeskFrame place="overview" lang={lang} viewer={viewer} asked={{ from: period.from, to: period.to }}>
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher {...{ lang, period, refused }} today={dayOf(new Date(asOf))} path={patterns.overview} />
      <p className="released">
        <strong>{office.name}</strong>{' '}
        {day === '' ? t('released:none') : t('released:through', { day: writtenDay(day) })}
      </p>
      <OverviewSentence lang={lang} period={period} city={city} />
      <TargetGlance lang={lang} figures={city} />
      <MonthlyLine lang={lang} months={months} title={t('released:months', { office: office.name })} />
      <OfficeFigures lang={lang} overview={overview} />
      <section className="notes" aria-labelledby="released">
        <h2 id="released">{t('released:title')}</h2>
        <ul>
          <li>{t('released:batches')}</li>
          <li>{t('released:changes')}</li>
          <li>{t('released:dossiers')}</li>
        </ul>
      </section>
      <OverviewNotes lang={lang} definition={overview.definition} asOf={asOf} />
    </DeskFrame>
  )
}
