import type { ReactNode } from 'react'
import { addDays, type Day, LAST_DAY, writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { countersPath, officeChangePath, patterns } from '#app/paths.ts'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps } from './administration-frame.tsx'
import { OFFICE_CHANGES, type OfficeChange } from './office-changes.ts'
import type { Kin, OfficeDetails } from './office-details.ts'
import { OfficeAnchor } from './office-list-page.tsx'
import { writtenSpan } from './written-span.ts'

interface Props extends AdministrationProps {
  details: OfficeDetails
  today: Day
}

/** One office: what it is, what it was, whom it follows and who follows it, and what can be changed. */
export function OfficePage({ details, today, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const { office, names, parents, predecessors, successors, children } = details
  const above = { path: patterns.offices, text: t('offices:list.title') }
  return (
    <AdministrationFrame {...frame} title={<Vietnamese lang={lang}>{office.name}</Vietnamese>} above={above}>
      <Facts lang={lang} details={details} today={today} />
      <p className="actions">
        <a className="action" href={countersPath(office.id)}>
          {t('offices:office.counters')}
        </a>
      </p>
      {mayChange && <Changes lang={lang} details={details} />}
      {names.length > 1 && (
        <History title={t('offices:office.names')}>
          {names.map(({ name, from, to }) => (
            <li key={to}>
              <Vietnamese lang={lang}>{name}</Vietnamese>, {writtenSpan(lang, from, to)}
            </li>
          ))}
        </History>
      )}
      {parents.length > 1 && (
        <History title={t('offices:office.parents')}>
          {parents.map(({ parent, from, to }) => (
            <li key={to}>
              {parent ? <OfficeAnchor lang={lang} office={parent} /> : t('offices:field.noParent')},{' '}
              {writtenSpan(lang, from, to)}
            </li>
          ))}
        </History>
      )}
      <KinList lang={lang} title={t('offices:office.predecessors')} kin={predecessors} />
      <KinList lang={lang} title={t('offices:office.successors')} kin={successors} />
      {children.length > 0 && (
        <History title={t('offices:office.children')}>
          {children.map((child) => (
            <li key={child.id}>
              <OfficeAnchor lang={lang} office={child} />, {writtenSpan(lang, child.validFrom, child.validTo)}
            </li>
          ))}
        </History>
      )}
    </AdministrationFrame>
  )
}

function Facts({ lang, details, today }: { lang: Lang; details: OfficeDetails; today: Day }) {
  const t = textsIn[lang]
  const { office, parent, successors } = details
  const day = office.validTo === LAST_DAY ? '' : writtenDay(addDays(office.validTo, 1))
  return (
    <>
      <p>
        {t(`offices:kind.${office.kind}`)}
        {office.gsoCode && ` · ${t('offices:office.code', { code: office.gsoCode })}`} ·{' '}
        {writtenSpan(lang, office.validFrom, office.validTo)}
        {office.outsideAuthority && ` · ${t('offices:list.outside')}`}
      </p>
      <p>{parent ? t('offices:office.under', { parent: parent.name }) : t('offices:office.atTop')}</p>
      {office.validTo !== LAST_DAY && (
        <p>
          {office.validTo < today
            ? t('offices:office.closedSince', { day })
            : t('offices:office.closes', { day })}{' '}
          {successors.length > 0 && t('offices:office.codesGoOn')}
        </p>
      )}
    </>
  )
}

function Changes({ lang, details }: { lang: Lang; details: OfficeDetails }) {
  const t = textsIn[lang]
  const { office, successors } = details
  const isClosed = office.validTo !== LAST_DAY
  const possible = (change: OfficeChange) => {
    if (change === 'reopen') return isClosed && successors.length === 0
    return change === 'close' ? successors.length === 0 : true
  }
  const changes = (Object.keys(OFFICE_CHANGES) as OfficeChange[]).filter(possible)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('offices:office.changes')}</h2>
      <ul className="plain">
        {changes.map((change) => (
          <li key={change}>
            <a href={officeChangePath(office.id, OFFICE_CHANGES[change])}>{t(`offices:change.${change}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain">{children}</ul>
    </section>
  )
}

function KinList({ lang, title, kin }: { lang: Lang; title: string; kin: Kin[] }) {
  const t = textsIn[lang]
  if (kin.length === 0) return null
  return (
    <History title={title}>
      {kin.map(({ office, name, day, note }) => (
        <li key={office?.id ?? name}>
          {office ? (
            <OfficeAnchor lang={lang} office={office} />
          ) : (
            <>
              <Vietnamese lang={lang}>{name}</Vietnamese> ({t('offices:office.outsideCity')})
            </>
          )}
          , {t('offices:span.from', { from: writtenDay(day) })}
          {note && (
            <small>
              <Vietnamese lang={lang}>{note}</Vietnamese>
            </small>
          )}
        </li>
      ))}
    </History>
  )
}
