import { textsIn } from '#app/i18n/texts.ts'
import { officeChangePath, officePath, patterns } from '#app/paths.ts'
import { AdministrationFrame, type AdministrationProps } from './administration-frame.tsx'
import { OFFICE_CHANGES, type OfficeChange } from './office-changes.ts'
import type { OfficeDetails } from './office-details.ts'
import {
  AuthorityField,
  DayField,
  type FieldsProps,
  KindFields,
  NameField,
  ParentField,
} from './office-fields.tsx'
import type { ListedOffice } from './office-list.ts'
import type { Refused } from './outcome.ts'

interface ChangeProps extends AdministrationProps {
  change: OfficeChange
  details: OfficeDetails
  offices: ListedOffice[]
  refused: Refused | null
}

/** One change of one office. */
export function OfficeChangePage({ change, details, offices, refused, ...frame }: ChangeProps) {
  const { lang } = frame
  const t = textsIn[lang]
  const { office, parent } = details
  const above = { path: officePath(office.id), text: office.name }
  const fields = { lang, refused, office }
  return (
    <AdministrationFrame
      {...frame}
      title={`${t(`offices:change.${change}`)}: ${office.name}`}
      above={above}
      refused={refused}
    >
      <div className="form">
        <p>{t(`offices:changeWhat.${change}`)}</p>
        {refused?.problems.reopen && (
          <p className="problem" id="reopen">
            {t(`offices:problem.${refused.problems.reopen}`)}
          </p>
        )}
        <form method="post" action={officeChangePath(office.id, OFFICE_CHANGES[change])}>
          {change === 'move' && <ParentField {...fields} parent={parent?.id ?? ''} offices={offices} />}
          {(change === 'rename' || change === 'correct') && <NameField {...fields} />}
          {change === 'correct' && <CorrectFields {...fields} />}
          {(change === 'rename' || change === 'move' || change === 'close') && (
            <DayField {...fields} label={t(`offices:changeDay.${change}`)} />
          )}
          <button type="submit" className="main">
            {t(`offices:change.${change}`)}
          </button>
        </form>
      </div>
    </AdministrationFrame>
  )
}

function CorrectFields(fields: FieldsProps) {
  return (
    <>
      <KindFields {...fields} />
      <AuthorityField {...fields} />
    </>
  )
}

interface OpenProps extends AdministrationProps {
  offices: ListedOffice[]
  refused: Refused | null
}

/** Where an office is opened. */
export function OpenOfficePage({ offices, refused, ...frame }: OpenProps) {
  const { lang } = frame
  const t = textsIn[lang]
  const fields = { lang, refused }
  const above = { path: patterns.offices, text: t('offices:list.title') }
  return (
    <AdministrationFrame {...frame} title={t('offices:opening.title')} above={above} refused={refused}>
      <form method="post" action={patterns.openOffice} className="form">
        <NameField {...fields} />
        <KindFields {...fields} />
        <ParentField {...fields} parent="" offices={offices} />
        <DayField {...fields} name="from" label={t('offices:field.from')} />
        <DayField
          {...fields}
          name="until"
          label={t('offices:field.until')}
          hint={t('offices:field.untilHint')}
        />
        <AuthorityField {...fields} />
        <button type="submit" className="main">
          {t('offices:opening.submit')}
        </button>
      </form>
    </AdministrationFrame>
  )
}
