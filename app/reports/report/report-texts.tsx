import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { REPORT_SECTIONS, type Report } from './report.ts'

interface Props {
  lang: Lang
  report: Report
  action: string
  mayWrite: boolean
  problem: { field: string; text: string } | null
}

const ONE_LINE: readonly string[] = ['superior', 'agency', 'place', 'addressee', 'signatory', 'name']

/** What people write into the report themselves; read by those who may not write it. */
export function ReportTextsSection({ lang, report, action, mayWrite, problem }: Props) {
  const t = textsIn[lang]
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{t('reports:texts.title')}</h2>
      <p>{t('reports:texts.what')}</p>
      {mayWrite ? (
        <form method="post" action={action} className="form">
          <input type="hidden" name="deed" value="save" />
          {REPORT_SECTIONS.map((section) => {
            const wrong = problem?.field === section ? problem.text : null
            const given = {
              id: section,
              name: section,
              defaultValue: report.texts[section],
              'aria-invalid': wrong ? true : undefined,
              'aria-describedby': wrong ? `${section}-problem` : undefined,
            }
            return (
              <div key={section} className={wrong ? 'field wrong' : 'field'}>
                <label htmlFor={section}>{t(`reports:texts.${section}`)}</label>
                {wrong && (
                  <p className="problem" id={`${section}-problem`}>
                    {wrong}
                  </p>
                )}
                {ONE_LINE.includes(section) ? <input {...given} /> : <textarea rows={4} {...given} />}
              </div>
            )
          })}
          <button type="submit" className="main">
            {t('reports:texts.save')}
          </button>
        </form>
      ) : (
        <dl>
          {REPORT_SECTIONS.filter((section) => report.texts[section] !== '').map((section) => (
            <div key={section}>
              <dt>{t(`reports:texts.${section}`)}</dt>
              <dd className="written">{report.texts[section]}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
