import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { writtenDay } from '../../calendar/day.ts'
import { monthsOf } from '../../calendar/period.ts'
import { AnswersView } from './answers-view.tsx'
import { HeatMaps } from './heat-maps.tsx'
import { OfficeFrame, type OfficePageProps } from './office-page.tsx'
import { ReleasedParts } from './released-parts-view.tsx'
import type { ReleasedView } from './released-view.ts'
import { TrendView } from './trend-view.tsx'
import { MonthsToChoose } from './whole-months-only.tsx'

interface Props extends Omit<OfficePageProps, 'view'> {
  shown: ReleasedView
  releasedThrough: string
}

/** An office as its own people read it: batches, and what they are divided into month by month. */
export function ReleasedOfficePage({ shown, releasedThrough: day, ...page }: Props) {
  const { lang } = page
  const t = textsIn[lang]
  return (
    <OfficeFrame
      {...page}
      view={shown.view}
      beforeSentence={
        <p className="released">
          {day === '' ? t('released:none') : t('released:through', { day: writtenDay(day) })}
        </p>
      }
    >
      <View {...page} shown={shown} />
      <section className="notes" aria-labelledby="released">
        <h2 id="released">{t('released:title')}</h2>
        <ul>
          <li>{t('released:batches')}</li>
          <li>{t('released:changes')}</li>
          <li>{t('released:dossiers')}</li>
        </ul>
      </section>
    </OfficeFrame>
  )
}

function View({ lang, head, shown }: Omit<Props, 'releasedThrough'>): ReactNode {
  if (shown.view === '') {
    const { trend } = shown
    return <TrendView {...{ lang, head, trend }} kinds={null} mayDeclare={false} refusedChange={null} />
  }
  if (shown.figures === null) return <NotTold lang={lang} head={head} view={shown.view} />
  switch (shown.view) {
    case 'thu-tuc':
      return <ReleasedParts lang={lang} head={head} figures={shown.figures} />
    case 'gio':
      return <HeatMaps lang={lang} head={head} figures={shown.figures} />
    case 'phieu':
      return <AnswersView lang={lang} head={head} figures={shown.figures} />
  }
}

type NotToldProps = { lang: Lang } & Pick<Props, 'head'> & { view: Exclude<ReleasedView['view'], ''> }

function NotTold({ lang, head: { office, period }, view }: NotToldProps) {
  const t = textsIn[lang]
  const months = monthsOf(period)
  return (
    <section className="empty">
      <p>{period.kind === 'month' ? t('released:notTold') : t('released:oneMonth')}</p>
      {period.kind !== 'month' && <MonthsToChoose {...{ lang, months, view }} officeId={office.id} />}
    </section>
  )
}
