import { writtenDay } from '#app/calendar/day.ts'
import { CALENDAR_KINDS, CERTAINTIES } from '#app/calendar/working-days.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField, SelectField } from '#app/ui/choices.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps, problemAt } from './administration-frame.tsx'
import type { CalendarView } from './calendar-view.ts'
import { Intent } from './code-forms.tsx'
import { type Refused, shownValue } from './outcome.ts'
import { YearSwitch } from './year-switch.tsx'

interface Props extends AdministrationProps {
  view: CalendarView
  refused: Refused | null
}

/** The days of a year that differ from the working week, editable. */
export function CalendarPage({ view, refused, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const { year, days, workingDays } = view
  return (
    <AdministrationFrame
      {...frame}
      title={t('offices:calendar.title', { year })}
      asked={{ nam: String(year) }}
      refused={refused}
    >
      <YearSwitch label={t('offices:calendar.year')} path={patterns.calendar} year={year} />
      <p>{t('offices:calendar.what')}</p>
      <p>{t('offices:calendar.working', { n: workingDays })}</p>
      <FileLinks lang={lang} csv={`${patterns.calendarCsv}?nam=${year}`} />
      {days.length === 0 ? (
        <p className="empty">{t('offices:calendar.none')}</p>
      ) : (
        <DayTable lang={lang} view={view} mayChange={mayChange} />
      )}
      {mayChange && <WriteDay lang={lang} year={year} refused={refused} />}
    </AdministrationFrame>
  )
}

type TableProps = Pick<Props, 'lang' | 'view' | 'mayChange'>

function DayTable({ lang, view, mayChange }: TableProps) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('offices:calendar.title', { year: view.year })}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('offices:calendar.day')}</th>
            <th scope="col">{t('offices:calendar.weekday')}</th>
            <th scope="col">{t('offices:calendar.kindLabel')}</th>
            <th scope="col">{t('offices:calendar.name')}</th>
            <th scope="col">{t('offices:calendar.source')}</th>
            {mayChange && <th scope="col">{t('offices:calendar.remove')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.days.map((row) => (
            <DayRow key={row.day} lang={lang} row={row} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function DayRow({
  lang,
  row: { day, weekday, kind, name, certainty, source },
  mayChange,
}: Omit<TableProps, 'view'> & { row: CalendarView['days'][number] }) {
  const t = textsIn[lang]
  return (
    <tr>
      <th scope="row">{writtenDay(day)}</th>
      <td>{t(`offices:counters.weekday.${weekday as 1}`)}</td>
      <td>{t(`offices:calendar.kind.${kind}`)}</td>
      <td>
        <Vietnamese lang={lang}>{name}</Vietnamese>
      </td>
      <td>
        {t(`offices:calendar.certainty.${certainty}`)}
        {source && (
          <small>
            <Vietnamese lang={lang}>{source}</Vietnamese>
          </small>
        )}
      </td>
      {mayChange && (
        <td>
          <form method="post" action={patterns.calendar}>
            <Intent intent="remove" fields={{ day }} />
            <button type="submit" aria-label={t('offices:calendar.removeOf', { day: writtenDay(day) })}>
              {t('offices:calendar.remove')}
            </button>
          </form>
        </td>
      )}
    </tr>
  )
}

function WriteDay({ lang, year, refused }: { lang: Lang; year: number; refused: Refused | null }) {
  const t = textsIn[lang]
  const mine = refused?.intent === 'write' ? refused : null
  const field = (name: string) => ({
    id: `write-${name}`,
    name,
    value: shownValue(mine, name),
    problem: problemAt(lang, mine, name, 'write'),
  })
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t('offices:calendar.write')}</h2>
      <p>{t('offices:calendar.writeWhat')}</p>
      <form method="post" action={`${patterns.calendar}?nam=${year}`} className="form">
        <Intent intent="write" fields={{}} />
        <InputField {...field('day')} type="date" label={t('offices:calendar.day')} />
        <SelectField
          {...field('kind')}
          label={t('offices:calendar.kindLabel')}
          choices={CALENDAR_KINDS.map((kind) => ({ value: kind, text: t(`offices:calendar.kind.${kind}`) }))}
        />
        <InputField {...field('name')} label={t('offices:calendar.name')} />
        <SelectField
          {...field('certainty')}
          label={t('offices:calendar.certaintyLabel')}
          choices={CERTAINTIES.map((certainty) => ({
            value: certainty,
            text: t(`offices:calendar.certainty.${certainty}`),
          }))}
        />
        <InputField {...field('source')} label={t('offices:calendar.source')} />
        <button type="submit" className="main">
          {t('offices:calendar.submit')}
        </button>
      </form>
    </section>
  )
}
