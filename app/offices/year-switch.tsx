/** The year shown between the one before and the one after. */
export function YearSwitch({ label, path, year }: { label: string; path: string; year: number }) {
  return (
    <nav className="years" aria-label={label}>
      {[year - 1, year, year + 1].map((each) => (
        <a key={each} href={`${path}?nam=${each}`} aria-current={each === year ? 'page' : undefined}>
          {each}
        </a>
      ))}
    </nav>
  )
}
