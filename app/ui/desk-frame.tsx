import type { ReactNode } from 'react'
import { firstPlace, mayGoTo, type Place } from '#app/auth/access.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'

interface Props {
  lang: Lang
  /** Who is signed in; null on the page where one signs in. */
  viewer: Pick<Viewer, 'name' | 'role' | 'waitingCases'> | null
  /** Where this page is in the menu. */
  place?: keyof typeof MENU
  /** What the address asks for, kept when the language is switched. */
  asked?: Record<string, string>
  children: ReactNode
}

/** The places of the menu in their order; each shows only to those who may go there, and not to find elsewhere. */
const MENU = {
  overview: 'staff:overview',
  officeIndex: 'desk:index.title',
  between: 'between:title',
  numbers: 'numbers:title',
  comments: 'comments:title',
  cases: 'caseDesk:title',
  notices: 'notices:title',
  alerts: 'alerts:title',
  flags: 'flags:title',
  reports: 'reports:title',
  indexDefinition: 'definitions:menu',
  print: 'print:page.title',
  audit: 'audit:title',
  ratingRows: 'exports:rows.menu',
  administration: 'offices:administration.title',
  staffList: 'accounts:staff.title',
  surveys: 'surveys:title',
  nd61: 'surveys:nd61.menu',
} as const satisfies Partial<Record<Place, string>>

/** What the administration's own front page leads to, for those who may go there. */
const WITHIN_ADMINISTRATION: readonly Place[] = ['staffList', 'surveys', 'nd61']

/** What stands around every page of a desk: the places, the languages, who is signed in. */
export function DeskFrame({ lang, viewer, place, asked = {}, children }: Props) {
  const t = textsIn[lang]
  return (
    <>
      <a className="skip" href="#main">
        {t('staff:skip')}
      </a>
      <header className="desk">
        <a className="brand" href={patterns[viewer ? firstPlace(viewer.role) : 'home']}>
          {t('frame:name')}
        </a>
        <Languages lang={lang} asked={asked} />
        {viewer && (
          <div className="who">
            <span>
              <a href={patterns.account}>{viewer.name}</a> <small>{t(`staff:role.${viewer.role}`)}</small>
            </span>
            <form method="post" action={patterns.signOut}>
              <button type="submit">{t('session:signOut')}</button>
            </form>
          </div>
        )}
      </header>
      {viewer ? (
        <div className="beside-menu">
          <Menu lang={lang} viewer={viewer} place={place} />
          <main id="main">{children}</main>
        </div>
      ) : (
        <main id="main">{children}</main>
      )}
    </>
  )
}

type MenuPlace = keyof typeof MENU

/** Folded on a phone, a column beside the page at a desk. */
interface MenuProps {
  lang: Lang
  viewer: Pick<Viewer, 'role' | 'waitingCases'>
  place: MenuPlace | undefined
}

function Menu({ lang, viewer: { role, waitingCases = 0 }, place }: MenuProps) {
  const t = textsIn[lang]
  const isWithin = (each: MenuPlace) =>
    WITHIN_ADMINISTRATION.includes(each) && mayGoTo('administration', role)
  const open = (Object.keys(MENU) as MenuPlace[]).filter((each) => mayGoTo(each, role) && !isWithin(each))
  const here = place && isWithin(place) ? 'administration' : place
  return (
    <details className="menu">
      <summary>
        {t('staff:menu')}
        {here && <span className="quiet">{t(MENU[here])}</span>}
      </summary>
      <nav className="places" aria-label={t('staff:menu')}>
        {open.map((each) => (
          <a key={each} href={patterns[each]} aria-current={each === here ? 'page' : undefined}>
            {t(MENU[each])}
            {each === 'cases' && waitingCases > 0 && (
              <span className="waiting">
                {` ${formatCount(lang, waitingCases)}`}
                <span className="unseen">{` ${t('caseDesk:waiting')}`}</span>
              </span>
            )}
          </a>
        ))}
      </nav>
    </details>
  )
}

function Languages({ lang, asked }: { lang: Lang; asked: Record<string, string> }) {
  return (
    <nav className="languages" aria-label={textsIn[lang]('frame:languages')}>
      {LANGUAGES.map((other) => (
        <a
          key={other}
          href={`?${new URLSearchParams({ ...asked, lang: other })}`}
          lang={HTML_LANG[other]}
          aria-current={other === lang ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[other]}
        </a>
      ))}
    </nav>
  )
}
