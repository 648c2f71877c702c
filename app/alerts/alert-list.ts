import type { AlertRow } from '#db/schema.ts'
import type { RuleKind } from './alert-rule.ts'

export const ALERT_VIEWS = ['dang-mo', 'da-dong'] as const
export type AlertView = (typeof ALERT_VIEWS)[number]

/** What a visitor asks for, as it stands in the address bar. */
export interface AlertQuestion {
  view: AlertView
  /** The alert below which the page begins, '' for the newest. */
  below: string
}

/** One alert; instants in UTC, '' for what has not happened. */
export interface ListedAlert {
  id: string
  kind: RuleKind
  status: AlertRow['status']
  officeId: string
  office: string
  /** Counter and tablet, '' where it is about neither. */
  counter: string
  device: string
  /** `yyyy-MM` where the rule looks at a month, else ''. */
  month: string
  openedAt: string
  acknowledgedAt: string
  acknowledger: string
  closedAt: string
  /** '' for one that went away by itself. */
  closer: string
  note: string
}

export interface AlertList {
  question: AlertQuestion
  open: number
  alerts: ListedAlert[]
  /** Where the older ones begin, '' at the end. */
  older: string
}

export function readAlertQuestion(asked: URLSearchParams): AlertQuestion {
  const below = asked.get('truoc') ?? ''
  return {
    view: asked.get('xem') === 'da-dong' ? 'da-dong' : 'dang-mo',
    below: /^[\w-]{1,40}$/.test(below) ? below : '',
  }
}

/** The question as it stands in an address. */
export const askedOf = ({ view, below }: AlertQuestion): Record<string, string> => ({
  ...(view === 'da-dong' && { xem: view }),
  ...(below && { truoc: below }),
})
