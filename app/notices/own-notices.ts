import type { eventKey } from './notice-event.ts'

export const NOTICE_VIEWS = ['chua-doc', 'tat-ca'] as const

/** What a visitor asks their notices for, as it stands in the address bar. */
export interface NoticeQuestion {
  view: (typeof NOTICE_VIEWS)[number]
  /** The notice below which the page begins, '' for the newest. */
  below: string
}

/** One line; instants in UTC, '' for what has not happened. */
export interface ListedNotice {
  id: string
  event: ReturnType<typeof eventKey>
  /** Of the case, or ''. */
  number: string
  path: string
  at: string
  mailedAt: string
  seenAt: string
}

export interface OwnNotices {
  question: NoticeQuestion
  unseen: number
  notices: ListedNotice[]
  /** Where the older ones begin, '' at the end. */
  older: string
}

export function readNoticeQuestion(asked: URLSearchParams): NoticeQuestion {
  const below = asked.get('truoc') ?? ''
  return {
    view: asked.get('xem') === 'tat-ca' ? 'tat-ca' : 'chua-doc',
    below: /^[\w-]{1,40}$/.test(below) ? below : '',
  }
}

/** The question as it stands in an address. */
export const askedOf = ({ view, below }: NoticeQuestion): Record<string, string> => ({
  ...(view === 'tat-ca' && { xem: view }),
  ...(below && { truoc: below }),
})
