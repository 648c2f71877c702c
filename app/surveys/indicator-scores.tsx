import type { Viewer } from '#app/auth/viewer.ts'
import type { Period } from '#app/calendar/period.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import type { RefusedIndicators } from './indicator-form.ts'
import type { OfficeFigures } from './nd61-page.tsx'
import { ENTERED_INDICATORS } from './nd61-score.ts'
import { scoredPeriodName } from './scored-period.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'role'>
  period: Period
  office: OfficeFigures
  saved: boolean
  refused: RefusedIndicators | null
}

/** The three indicators that no citizen answers: Phòng Nội vụ enters them, an administrator reads them. */
export function IndicatorScores(props: Props) {
  const { lang, viewer, period, office, saved } = props
  const t = textsIn[lang]
  return (
    <section id="scores">
      <h2>{t('surveys:nd61.enterFor', { office: office.name, period: scoredPeriodName(lang, period) })}</h2>
      {saved && (
        <p className="done" role="status">
          {t('surveys:nd61.saved')}
        </p>
      )}
      {viewer.role === 'home_affairs' ? <Form {...props} /> : <Read {...props} />}
    </section>
  )
}

function Form({ lang, office, refused }: Props) {
  const t = textsIn[lang]
  const said = (name: string, n: number) => {
    const problem = refused?.problems[name]
    return problem ? t(`surveys:nd61.problem.${problem}`, { n }) : undefined
  }
  const names = ENTERED_INDICATORS.flatMap((n) => [`points${n}`, `note${n}`].map((name) => ({ n, name })))
  const problems = names.flatMap(({ n, name }) => {
    const text = said(name, n)
    return text ? [{ name, text }] : []
  })
  return (
    <form method="post" className="indicator-form">
      {problems.length > 0 && <ErrorSummary title={t('surveys:nd61.problemTitle')} problems={problems} />}
      <input type="hidden" name="office" value={office.id} />
      {ENTERED_INDICATORS.map((n) => {
        const score = office.figures.entered.find(({ indicator }) => indicator === n)
        return (
          <fieldset key={n} className="option">
            <legend>{`${n}. ${t(`surveys:nd61.text.${n}`)}`}</legend>
            <div className="points">
              <Field
                name={`points${n}`}
                label={`${t('surveys:nd61.points', { n })} (${t('surveys:nd61.pointsHint')})`}
                value={refused?.typed[`points${n}`] ?? (score ? `${score.points}` : '')}
                problem={said(`points${n}`, n)}
              />
            </div>
            <Field
              name={`note${n}`}
              label={t('surveys:nd61.note', { n })}
              value={refused?.typed[`note${n}`] ?? score?.note ?? ''}
              problem={said(`note${n}`, n)}
            />
          </fieldset>
        )
      })}
      <p className="adding">
        <button type="submit" className="main">
          {t('surveys:nd61.save')}
        </button>
      </p>
    </form>
  )
}

function Read({ lang, office }: Props) {
  const t = textsIn[lang]
  return (
    <dl>
      {ENTERED_INDICATORS.map((n) => {
        const score = office.figures.entered.find(({ indicator }) => indicator === n)
        return (
          <div key={n} className="option">
            <dt>{`${n}. ${t(`surveys:nd61.text.${n}`)}`}</dt>
            <dd>
              {score ? (
                <>
                  <strong>{score.points}</strong> {score.note}
                </>
              ) : (
                <span className="quiet">{t('surveys:nd61.notEntered')}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
