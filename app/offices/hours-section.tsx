import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { countersPath } from '#app/paths.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Intent } from './code-forms.tsx'
import type { CountersView } from './counter-view.ts'
import { SPANS, spanFields, WEEKDAYS } from './opening-hours.ts'
import { type Refused, shownValue } from './outcome.ts'

interface Props {
  lang: Lang
  view: CountersView
  mayChange: boolean
  refused: Refused | null
}

/** When the office is open in a week: read, or edited. */
export function HoursSection({ lang, view, mayChange, refused }: Props) {
  const t = textsIn[lang]
  return (
    <section>
      <h2 id="hours">{t('offices:counters.hours')}</h2>
      {mayChange ? (
        <HoursForm lang={lang} view={view} refused={refused?.intent === 'hours' ? refused : null} />
      ) : (
        <Hours lang={lang} view={view} />
      )}
    </section>
  )
}

function Hours({ lang, view }: Pick<Props, 'lang' | 'view'>) {
  const t = textsIn[lang]
  if (view.hours.length === 0) return <p>{t('offices:counters.noHours')}</p>
  return (
    <ul className="plain">
      {view.hours.map(({ weekday, opens, closes }) => (
        <li key={`${weekday} ${opens}`}>
          {t(`offices:counters.weekday.${weekday as 1}`)}: {opens}–{closes}
        </li>
      ))}
    </ul>
  )
}

function HoursForm({ lang, view, refused }: Omit<Props, 'mayChange'>) {
  const t = textsIn[lang]
  return (
    <form method="post" action={countersPath(view.office.id)}>
      <Intent intent="hours" fields={{}} />
      <p>{t('offices:counters.hoursWhat')}</p>
      <Scrolling label={t('offices:counters.hours')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('offices:field.day')}</th>
              {SPANS.map((span) => (
                <th scope="col" key={span}>
                  {t(`offices:counters.spanName.${span}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{t(`offices:counters.weekday.${weekday}`)}</th>
                {SPANS.map((span) => (
                  <td key={span}>
                    <SpanFields lang={lang} view={view} refused={refused} weekday={weekday} span={span} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <button type="submit" className="main">
        {t('offices:save')}
      </button>
    </form>
  )
}

interface SpanProps extends Omit<Props, 'mayChange'> {
  weekday: (typeof WEEKDAYS)[number]
  span: (typeof SPANS)[number]
}

function SpanFields({ lang, view, refused, weekday, span }: SpanProps) {
  const t = textsIn[lang]
  const stored = view.hours.filter((hours) => hours.weekday === weekday)[span - 1]
  const fields = spanFields(weekday, span)
  const words = {
    weekday: t(`offices:counters.weekday.${weekday}`),
    span: t(`offices:counters.spanName.${span}`),
  }
  return (['opens', 'closes'] as const).map((end) => {
    const name = fields[end]
    const problem = refused?.problems[name]
    return (
      <span key={end} className="time">
        <input
          id={`hours-${name}`}
          name={name}
          className="small-input"
          type="time"
          aria-label={t(`offices:counters.${end}`, words)}
          defaultValue={shownValue(refused, name, stored?.[end])}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `hours-${name}-problem` : undefined}
        />
        {problem && (
          <span className="problem" id={`hours-${name}-problem`}>
            {t(`offices:problem.${problem}`)}
          </span>
        )}
      </span>
    )
  })
}
