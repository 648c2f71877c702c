import type { Viewer } from '../auth/viewer.ts'
import { NotFound } from '../errors.ts'

declare const live: unique symbol

/** Leave to read live counts of the whole city; only `figuresFor` gives it. */
export interface LiveFigures {
  readonly kind: 'live'
  readonly [live]: true
}

/** Leave to read released counts of an office and those below it. */
export interface ReleasedFigures {
  readonly kind: 'released'
  readonly officeId: string
}

/** What a viewer may read figures from: a deed that asks for one kind cannot be called with the other. */
export type FiguresSource = LiveFigures | ReleasedFigures

/** Roles that a measured office's people have read released counts of their own part of the tree. @throws NotFound */
export function figuresFor({ role, officeId }: Pick<Viewer, 'role' | 'officeId'>): FiguresSource {
  switch (role) {
    case 'city_office':
    case 'home_affairs':
    case 'auditor':
    case 'administrator':
      return { kind: 'live' } as LiveFigures
    case 'office_head':
    case 'case_handler':
      if (officeId === null) throw new NotFound()
      return { kind: 'released', officeId }
  }
}

/** Leave to read live counts, or no such place. @throws NotFound for a measured office's people */
export function liveFiguresFor(viewer: Pick<Viewer, 'role' | 'officeId'>): LiveFigures {
  const figures = figuresFor(viewer)
  if (figures.kind !== 'live') throw new NotFound()
  return figures
}
