import { AnswersView } from './answers-view.tsx'
import type { RefusedChange } from './declared-change.ts'
import { ChangeProblems } from './declared-changes.tsx'
import { HeatMaps } from './heat-maps.tsx'
import { OfficeFrame, type OfficePageProps } from './office-page.tsx'
import { ProceduresView } from './procedures-view.tsx'
import type { ShownView } from './shown-view.ts'
import { TrendView } from './trend-view.tsx'
import { WholeMonthsOnly } from './whole-months-only.tsx'

interface Props extends Omit<OfficePageProps, 'view'> {
  shown: ShownView
  mayDeclare: boolean
  refusedChange: RefusedChange | null
}

/** One office in one of its views. */
export function OfficeViewPage({ shown, mayDeclare, refusedChange, ...page }: Props) {
  const { lang } = page
  return (
    <OfficeFrame
      {...page}
      view={shown.view}
      problems={refusedChange && <ChangeProblems lang={lang} refused={refusedChange} />}
    >
      <View {...page} {...{ shown, mayDeclare, refusedChange }} />
    </OfficeFrame>
  )
}

function View({ lang, head, shown, mayDeclare, refusedChange }: Props) {
  const { office, period } = head
  const none = <WholeMonthsOnly lang={lang} officeId={office.id} period={period} view={shown.view} />
  switch (shown.view) {
    case '':
      return (
        <TrendView {...{ lang, head, mayDeclare, refusedChange }} trend={shown.trend} kinds={shown.kinds} />
      )
    case 'thu-tuc':
      return shown.procedures ? <ProceduresView lang={lang} head={head} figures={shown.procedures} /> : none
    case 'gio':
      return shown.hours ? <HeatMaps lang={lang} head={head} figures={shown.hours} /> : none
    case 'phieu':
      return shown.answers ? <AnswersView lang={lang} head={head} figures={shown.answers} /> : none
  }
}
