import { writtenDay } from '#app/calendar/day.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { officePath, patterns } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps } from './administration-frame.tsx'
import type { ListedOffice, OfficeList } from './office-list.ts'
import { writtenSpan } from './written-span.ts'

interface Props extends AdministrationProps {
  list: OfficeList
  /** What was typed as the day, when it is none. */
  notADay: string | null
}

/** The tree as of a day, what has closed and what is to open. */
export function OfficeListPage({ list, notADay, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const title = t('offices:list.on', { day: writtenDay(list.day) })
  return (
    <AdministrationFrame {...frame} title={title} asked={{ ngay: list.day }}>
      {mayChange && (
        <p className="actions">
          <a className="action" href={patterns.openOffice}>
            {t('offices:list.open')}
          </a>
          <a className="action" href={patterns.mergeOffices}>
            {t('offices:list.merge')}
          </a>
        </p>
      )}
      <form method="get" action={patterns.offices} className="in-a-row">
        <InputField
          id="ngay"
          name="ngay"
          type="date"
          label={t('offices:list.asOf')}
          value={notADay ?? list.day}
          problem={notADay === null ? undefined : t('offices:list.notADay')}
        />
        <button type="submit">{t('offices:list.show')}</button>
      </form>
      <FileLinks lang={lang} csv={`${patterns.officesCsv}?ngay=${list.day}`} />
      {list.open.length === 0 ? (
        <p className="empty">{t('offices:list.none')}</p>
      ) : (
        <OfficeTable lang={lang} label={title} offices={list.open} />
      )}
      {list.coming.length > 0 && (
        <>
          <h2>{t('offices:list.coming')}</h2>
          <OfficeTable lang={lang} label={t('offices:list.coming')} offices={list.coming} />
        </>
      )}
      {list.closed.length > 0 && (
        <>
          <h2>{t('offices:list.closed')}</h2>
          <OfficeTable lang={lang} label={t('offices:list.closed')} offices={list.closed} withSuccessors />
        </>
      )}
    </AdministrationFrame>
  )
}

interface TableProps {
  lang: Lang
  label: string
  offices: (ListedOffice & { successors?: { id: string; name: string }[] })[]
  withSuccessors?: boolean
}

function OfficeTable({ lang, label, offices, withSuccessors = false }: TableProps) {
  const t = textsIn[lang]
  return (
    <Scrolling label={label}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('offices:field.name')}</th>
            <th scope="col">{t('offices:field.kind')}</th>
            <th scope="col">{t('offices:field.gsoCode')}</th>
            <th scope="col">{t('offices:field.validity')}</th>
            {withSuccessors && <th scope="col">{t('offices:field.successor')}</th>}
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.id}>
              <th scope="row" className={`depth-${Math.min(office.depth, 5)}`}>
                <OfficeAnchor lang={lang} office={office} />
                {office.outsideAuthority && <small>{t('offices:list.outside')}</small>}
              </th>
              <td>{t(`offices:kind.${office.kind}`)}</td>
              <td>{office.gsoCode}</td>
              <td>{writtenSpan(lang, office.validFrom, office.validTo)}</td>
              {withSuccessors && (
                <td>
                  {(office.successors ?? []).map((successor) => (
                    <div key={successor.id}>
                      <OfficeAnchor lang={lang} office={successor} />
                    </div>
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

export function OfficeAnchor({ lang, office }: { lang: Lang; office: { id: string; name: string } }) {
  return (
    <a href={officePath(office.id)}>
      <Vietnamese lang={lang}>{office.name}</Vietnamese>
    </a>
  )
}
