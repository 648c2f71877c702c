import type { ReactNode } from 'react'
import { mayGoTo } from '#app/auth/access.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { officeFiguresPath, patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { dayOf } from '../../calendar/day.ts'
import { OverviewNotes } from '../overview-notes.tsx'
import { OverviewSentence } from '../overview-sentence.tsx'
import type { PeriodForm } from '../period-form.ts'
import { PeriodProblems, PeriodSwitcher } from '../period-switcher.tsx'
import { TargetGlance } from '../target-glance.tsx'
import { overviewAddress } from '../written-period.ts'
import type { OfficeHead } from './office-desk.ts'
import { keptOf, OFFICE_VIEWS, type OfficeView, viewAddress } from './office-views.ts'

export interface OfficePageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  head: OfficeHead
  view: OfficeView
  refused: PeriodForm | null
  /** When the figures were read. */
  asOf: string
}

/** What stands around every view of one office: its name, the period, a sentence, the targets, the views, the notes. */
export function OfficeFrame({
  lang,
  viewer,
  head,
  view,
  refused,
  asOf,
  problems,
  beforeSentence,
  children,
}: OfficePageProps & { problems?: ReactNode; beforeSentence?: ReactNode; children: ReactNode }) {
  const t = textsIn[lang]
  const { office, period, figures, definition, isUnfinished } = head
  const kept = keptOf(view)
  return (
    <DeskFrame
      lang={lang}
      viewer={viewer}
      place="officeIndex"
      asked={{ from: period.from, to: period.to, ...kept }}
    >
      <p className="above">
        <a href={overviewAddress(period)}>{t('staff:overview')}</a>
        {' › '}
        <a href={patterns.officeIndex}>{t('desk:index.title')}</a>
      </p>
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      {problems}
      <p className="office-name">
        <Vietnamese lang={lang}>{office.name}</Vietnamese>
      </p>
      <PeriodSwitcher
        {...{ lang, period, refused, kept }}
        today={dayOf(new Date(asOf))}
        path={officeFiguresPath(office.id)}
      />
      {beforeSentence}
      <OverviewSentence lang={lang} period={period} city={figures} />
      {isUnfinished && (
        <p className="quiet">{t('staff:sentence.unfinished', { at: formatInstantInVietnam(asOf) })}</p>
      )}
      <TargetGlance lang={lang} figures={figures} />
      <Views lang={lang} head={head} view={view} viewer={viewer} />
      {children}
      <OverviewNotes lang={lang} definition={definition} asOf={asOf} />
    </DeskFrame>
  )
}

type ViewsProps = Pick<OfficePageProps, 'lang' | 'head' | 'view' | 'viewer'>

function Views({ lang, head: { office, period }, view, viewer }: ViewsProps) {
  const t = textsIn[lang]
  const comments = new URLSearchParams({ from: period.from, to: period.to, office: office.id })
  return (
    <nav aria-label={t('desk:views.label')}>
      <ul className="views">
        {OFFICE_VIEWS.map((each) => (
          <li key={each}>
            <a href={viewAddress(office.id, period, each)} aria-current={each === view ? 'true' : undefined}>
              {t(`desk:views.${each === '' ? 'trend' : each}`)}
            </a>
          </li>
        ))}
        {mayGoTo('comments', viewer.role) && (
          <li>
            <a href={`${patterns.comments}?${comments}`}>{t('desk:comments')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
