import { FileLinks } from '#app/exports/file-links.tsx'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { AdministrationFrame, type AdministrationProps } from './administration-frame.tsx'
import { type Refused, shownValue } from './outcome.ts'
import {
  CITY_TARGETS,
  MEASURES,
  type Measure,
  type TargetsView,
  targetField,
  writtenPermille,
} from './target.ts'
import { YearSwitch } from './year-switch.tsx'

interface Props extends AdministrationProps {
  view: TargetsView
  refused: Refused | null
}

/** What offices have set themselves for a year, beside the city's. */
export function TargetsPage({ view, refused, ...frame }: Props) {
  const { lang, mayChange } = frame
  const t = textsIn[lang]
  const { year, offices } = view
  const submit = (
    <button type="submit" className="main">
      {t('offices:targets.submit')}
    </button>
  )
  return (
    <AdministrationFrame
      {...frame}
      title={t('offices:targets.title', { year })}
      asked={{ nam: String(year) }}
      refused={refused}
    >
      <YearSwitch label={t('offices:calendar.year')} path={patterns.targets} year={year} />
      <p>{t('offices:targets.what')}</p>
      <FileLinks lang={lang} csv={`${patterns.targetsCsv}?nam=${year}`} />
      {offices.length === 0 ? (
        <p className="empty">{t('offices:targets.none')}</p>
      ) : (
        <form method="post" action={`${patterns.targets}?nam=${year}`}>
          <TargetTable lang={lang} view={view} refused={refused} mayChange={mayChange} />
          {mayChange && submit}
        </form>
      )}
    </AdministrationFrame>
  )
}

type TableProps = Pick<Props, 'lang' | 'view' | 'refused' | 'mayChange'>

function TargetTable({ lang, view, ...rest }: TableProps) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('offices:targets.table')}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('offices:field.name')}</th>
            {MEASURES.map((measure) => (
              <th scope="col" key={measure}>
                {t(`offices:targets.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('offices:targets.city')}</th>
            {MEASURES.map((measure) => (
              <td key={measure}>{writtenPermille(CITY_TARGETS[measure])}</td>
            ))}
          </tr>
          {view.offices.map((office) => (
            <tr key={office.id}>
              <th scope="row">
                <Vietnamese lang={lang}>{office.name}</Vietnamese>
                {office.gsoCode && <small>{office.gsoCode}</small>}
              </th>
              {MEASURES.map((measure) => (
                <td key={measure}>
                  <Target lang={lang} office={office} measure={measure} {...rest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

type TargetProps = Omit<TableProps, 'view'> & { office: TargetsView['offices'][number]; measure: Measure }

function Target({ lang, refused, mayChange, office, measure }: TargetProps) {
  const t = textsIn[lang]
  const permille = office.targets[measure]
  const stored = permille === undefined ? '' : writtenPermille(permille)
  const name = targetField(measure, office.id)
  const problem = refused?.problems[name]
  const below = permille !== undefined && permille < CITY_TARGETS[measure] && (
    <small>{t('offices:targets.below')}</small>
  )
  if (!mayChange) return stored ? [stored, below] : '–'
  return (
    <span className="percent">
      <input
        id={name}
        name={name}
        className="small-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('offices:targets.fieldOf', {
          office: office.name,
          measure: t(`offices:targets.${measure}`),
        })}
        defaultValue={shownValue(refused, name, stored)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      {problem && (
        <span className="problem" id={`${name}-problem`}>
          {t(`offices:problem.${problem}`)}
        </span>
      )}
      {below}
    </span>
  )
}
