import type { ReactNode } from 'react'

/** A wide table scrolls by itself, by keyboard too; the page never scrolls sideways. */
export function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot reach what is out of sight
    <section className="scrolling" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
