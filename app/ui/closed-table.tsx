import type { ReactNode } from 'react'
import { Scrolling } from './scrolling.tsx'

/** The table of a picture, closed below it; where it is too long for that, a link to the address that it has. */
export function ClosedTable({
  label,
  address,
  children,
}: {
  label: string
  address: string | null
  children: ReactNode
}) {
  if (address !== null)
    return (
      <p>
        <a href={address}>{label}</a>
      </p>
    )
  return (
    <details>
      <summary>{label}</summary>
      <Scrolling label={label}>{children}</Scrolling>
    </details>
  )
}
