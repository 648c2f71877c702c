import type { RefusedChange } from './declared-change.ts'
import { ChangeProblems } from './declared-changes.tsx'
import { OfficeFrame, type OfficePageProps } from './office-page.tsx'
import type { ShownView } from './shown-view.ts'
import { TrendView } from './trend-view.tsx'

interface Props extends Omit<OfficePageProps, 'view'> {
  shown: ShownView
  mayDeclare: boolean
  refusedChange: RefusedChange | null
}

/** One office in one of its views. */
export function OfficeViewPage({ shown, mayDeclare, refusedChange, ...page }: Props) {
  const { lang, head } = page
  return (
    <OfficeFrame
      {...page}
      view={shown.view}
      problems={refusedChange && <ChangeProblems lang={lang} refused={refusedChange} />}
    >
      <TrendView {...{ lang, head, mayDeclare, refusedChange }} trend={shown.trend} kinds={shown.kinds} />
    </OfficeFrame>
  )
}
