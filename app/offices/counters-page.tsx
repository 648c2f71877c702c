import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { countersPath, officePath } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps, fieldId, problemAt } from './administration-frame.tsx'
import { CodeForms, Codes, Intent, writtenPlacard } from './code-forms.tsx'
import { CounterChanges } from './counter-changes.tsx'
import type { CountersView } from './counter-view.ts'
import { HoursSection } from './hours-section.tsx'
import { type Refused, shownValue } from './outcome.ts'
import { writtenSpan } from './written-span.ts'

interface Props extends AdministrationProps {
  view: CountersView
  refused: Refused | null
}

/** The counters of an office: their codes and placards, what to print again, opening hours. */
export function CountersPage({ view, refused, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const { office, counters } = view
  return (
    <AdministrationFrame
      {...frame}
      title={t('offices:counters.title', { office: office.name })}
      above={{ path: officePath(office.id), text: office.name }}
      refused={refused}
    >
      {counters.length === 0 ? (
        <p className="empty">{t('offices:counters.none')}</p>
      ) : (
        <CounterTable lang={lang} view={view} />
      )}
      <WholeOffice lang={lang} view={view} mayChange={mayChange} />
      {mayChange && (
        <>
          <OpenCounter lang={lang} view={view} refused={refused} />
          {counters.map((counter) => (
            <CounterChanges
              key={counter.id}
              lang={lang}
              officeId={office.id}
              counter={counter}
              refused={refused?.typed.counter?.[0] === counter.id ? refused : null}
            />
          ))}
        </>
      )}
      {view.revoked.length > 0 && <Revoked lang={lang} view={view} />}
      <HoursSection lang={lang} view={view} mayChange={mayChange} refused={refused} />
    </AdministrationFrame>
  )
}

function CounterTable({ lang, view }: { lang: Lang; view: CountersView }) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('offices:counters.counter')}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('offices:counters.counter')}</th>
            <th scope="col">{t('offices:counters.codes')}</th>
            <th scope="col">{t('offices:field.validity')}</th>
          </tr>
        </thead>
        <tbody>
          {view.counters.map((counter) => (
            <tr key={counter.id}>
              <th scope="row">
                <Vietnamese lang={lang}>{counter.name}</Vietnamese>
              </th>
              <td>
                <Codes lang={lang} codes={counter.codes} />
              </td>
              <td>{writtenSpan(lang, counter.validFrom, counter.validTo)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function WholeOffice({ lang, view, mayChange }: { lang: Lang; view: CountersView; mayChange: boolean }) {
  const t = textsIn[lang]
  const { office, officeCodes } = view
  return (
    <section aria-label={t('offices:counters.wholeOffice')}>
      <h2>{t('offices:counters.wholeOffice')}</h2>
      <Codes lang={lang} codes={officeCodes} />
      {mayChange && officeCodes.length === 0 && (
        <form method="post" action={countersPath(office.id)}>
          <Intent intent="issue" fields={{ counter: '' }} />
          <button type="submit">{t('offices:counters.issue')}</button>
        </form>
      )}
      {mayChange &&
        officeCodes.map((code) => <CodeForms key={code.id} lang={lang} officeId={office.id} code={code} />)}
    </section>
  )
}

function OpenCounter({ lang, view, refused }: { lang: Lang; view: CountersView; refused: Refused | null }) {
  const t = textsIn[lang]
  const mine = refused?.intent === 'open' ? refused : null
  const field = (name: 'name' | 'day', label: string) => (
    <InputField
      id={fieldId('open', name)}
      name={name}
      type={name === 'day' ? 'date' : 'text'}
      label={label}
      value={shownValue(mine, name)}
      problem={problemAt(lang, mine, name, 'open')}
    />
  )
  return (
    <section aria-labelledby="open-counter">
      <h2 id="open-counter">{t('offices:counters.open')}</h2>
      <p>{t('offices:counters.openWhat')}</p>
      <form method="post" action={countersPath(view.office.id)} className="form">
        <Intent intent="open" fields={{}} />
        {field('name', t('offices:counters.name'))}
        {field('day', t('offices:counters.day'))}
        <button type="submit" className="main">
          {t('offices:counters.open')}
        </button>
      </form>
    </section>
  )
}

function Revoked({ lang, view }: { lang: Lang; view: CountersView }) {
  const t = textsIn[lang]
  const title = t('offices:counters.revoked')
  return (
    <section>
      <h2 id="revoked">{title}</h2>
      <Scrolling label={title}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('offices:counters.old')}</th>
              <th scope="col">{t('offices:counters.counter')}</th>
              <th scope="col">{t('offices:counters.at')}</th>
              <th scope="col">{t('offices:counters.replacement')}</th>
            </tr>
          </thead>
          <tbody>
            {view.revoked.map(({ counter, placard, revokedAt, newCode, newPlacard }) => (
              <tr key={placard}>
                <th scope="row">{writtenPlacard(placard)}</th>
                <td>{counter}</td>
                <td>{formatInstantInVietnam(revokedAt)}</td>
                <td>
                  {newPlacard === null ? (
                    t('offices:counters.nothing')
                  ) : (
                    <>
                      {writtenPlacard(newPlacard)} · <span className="code">{newCode}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  )
}
