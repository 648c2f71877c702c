import type { Viewer } from '#app/auth/viewer.ts'
import { writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { containing, type Period } from '../../calendar/period.ts'
import type { PlacedOffice } from '../office-tree.ts'
import { officeFiguresAddress } from '../written-period.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  period: Period
  open: PlacedOffice[]
  closed: PlacedOffice[]
}

/** Every office in the tree's order, each leading to its figures; closed ones to their last month. */
export function OfficeIndexPage({ lang, viewer, period, open, closed }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="officeIndex">
      <h1>{t('desk:index.title')}</h1>
      <ul className="plain office-index">
        {open.map((office) => (
          <li key={office.id} className={`depth-${Math.min(office.depth, 5)}`}>
            <a href={officeFiguresAddress(office.id, period)}>
              <Vietnamese lang={lang}>{office.name}</Vietnamese>
            </a>
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="empty">{t('staff:offices.empty')}</p>}
      {closed.length > 0 && (
        <>
          <h2>{t('desk:index.closed')}</h2>
          <ul className="plain office-index">
            {closed.map(({ id, name, validTo }) => (
              <li key={id}>
                <a href={officeFiguresAddress(id, containing('month', validTo))}>
                  <Vietnamese lang={lang}>{name}</Vietnamese>
                </a>{' '}
                <span className="quiet">{t('staff:offices.until', { day: writtenDay(validTo) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </DeskFrame>
  )
}
