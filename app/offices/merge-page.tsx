import { LAST_DAY } from '#app/calendar/day.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { SelectField, TextField, TickField } from '#app/ui/choices.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps, problemAt } from './administration-frame.tsx'
import { NEW_OFFICE } from './merging-rules.ts'
import {
  DayField,
  type FieldsProps,
  KindFields,
  NameField,
  officeChoices,
  ParentField,
  toldApart,
} from './office-fields.tsx'
import type { ListedOffice } from './office-list.ts'
import { type Refused, shownValue } from './outcome.ts'

interface Props extends AdministrationProps {
  /** Every office of every time. */
  offices: ListedOffice[]
  refused: Refused | null
}

/** Where offices are merged into one from a day. */
export function MergeOfficesPage({ offices, refused, ...frame }: Props) {
  const { lang } = frame
  const t = textsIn[lang]
  const fields = { lang, refused }
  const above = { path: patterns.offices, text: t('offices:list.title') }
  const open = offices.filter(({ validTo }) => validTo === LAST_DAY)
  return (
    <AdministrationFrame {...frame} title={t('offices:merging.title')} above={above} refused={refused}>
      <form method="post" action={patterns.mergeOffices} className="form">
        <p>{t('offices:merging.what')}</p>
        <DayField {...fields} label={t('offices:merging.day')} />
        <Predecessors {...fields} offices={offices} />
        <TextField
          id="outside"
          name="outside"
          label={t('offices:merging.outside')}
          hint={t('offices:merging.outsideHint')}
          value={shownValue(refused, 'outside')}
          problem={problemAt(lang, refused, 'outside')}
        />
        <SelectField
          id="successor"
          name="successor"
          label={t('offices:merging.successor')}
          value={shownValue(refused, 'successor', NEW_OFFICE)}
          choices={[
            { value: NEW_OFFICE, text: t('offices:merging.newSuccessor') },
            ...officeChoices(lang, open),
          ]}
          problem={problemAt(lang, refused, 'successor')}
        />
        <fieldset>
          <legend>{t('offices:merging.newTitle')}</legend>
          <p className="hint">{t('offices:merging.newHint')}</p>
          <NameField {...fields} />
          <KindFields {...fields} />
          <ParentField {...fields} parent="" offices={open} />
        </fieldset>
        <TextField
          id="note"
          name="note"
          label={t('offices:merging.note')}
          value={shownValue(refused, 'note')}
          problem={problemAt(lang, refused, 'note')}
        />
        <button type="submit" className="main">
          {t('offices:merging.submit')}
        </button>
      </form>
    </AdministrationFrame>
  )
}

function Predecessors({ lang, refused, offices }: FieldsProps & { offices: ListedOffice[] }) {
  const t = textsIn[lang]
  const problem = problemAt(lang, refused, 'predecessors')
  const chosen = refused?.typed.predecessors ?? []
  const isClosed = ({ validTo }: ListedOffice) => validTo !== LAST_DAY
  const closed = offices.filter(isClosed)
  const boxes = (list: ListedOffice[]) =>
    list.map((office) => (
      <TickField
        key={office.id}
        id={`predecessor-${office.id}`}
        name="predecessors"
        value={office.id}
        checked={chosen.includes(office.id)}
      >
        <Vietnamese lang={lang}>{office.name}</Vietnamese>{' '}
        <span className="quiet">{toldApart(lang, office).join(' · ')}</span>
      </TickField>
    ))
  return (
    <fieldset
      id="predecessors"
      className={problem ? 'wrong' : undefined}
      aria-describedby={problem ? 'predecessors-problem' : undefined}
    >
      <legend>{t('offices:merging.predecessors')}</legend>
      {problem && (
        <p className="problem" id="predecessors-problem">
          {problem}
        </p>
      )}
      {boxes(offices.filter((office) => !isClosed(office)))}
      {closed.length > 0 && (
        <details open={closed.some(({ id }) => chosen.includes(id))}>
          <summary>{t('offices:merging.closedPredecessors')}</summary>
          {boxes(closed)}
        </details>
      )}
    </fieldset>
  )
}
