import { Choice, ErrorSummary, Field } from '#app/ui/fields.tsx'
import { writtenDay } from '../calendar/day.ts'
import type { Lang } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { PrintFrame, type PrintFrameProps } from './print-frame.tsx'
import { MOST_SLIPS, type SlipLines } from './slip.ts'
import type { SlipProblem, TypedSlips } from './slip-form.ts'
import { SLIPS_A_SHEET } from './slip-sheet.ts'

interface Props extends PrintFrameProps {
  offices: { id: string; name: string }[]
  typed: TypedSlips
  problems: SlipProblem[]
  /** Null as long as nothing was asked. */
  list: SlipLines | null
}

const FIELD_OF = { office: 'office', day: 'day', codes: 'codes', too_many: 'codes', busy: 'main' } as const

/** The slips of an office's day or of a list of codes: what will be printed, then the file. No link is shown. */
export function SlipPage({ lang, viewer, offices, typed, problems, list }: Props) {
  const t = textsIn[lang]
  const said = (problem: SlipProblem) => t(`print:slips.problem.${problem}`, { most: MOST_SLIPS })
  const at = (field: string) => {
    const problem = problems.find((each) => FIELD_OF[each] === field)
    return problem && said(problem)
  }
  return (
    <PrintFrame lang={lang} viewer={viewer} title={t('print:page.slips')} place="printSlips">
      {problems.length > 0 && (
        <ErrorSummary
          title={t('print:slips.problemTitle')}
          problems={problems.map((problem) => ({ name: FIELD_OF[problem], text: said(problem) }))}
        />
      )}
      <p>{t('print:slips.intro')}</p>
      <div className="print-ways">
        <form method="get" action={patterns.printSlips}>
          <h2>{t('print:slips.byDay')}</h2>
          <Choice
            name="office"
            label={t('print:slips.office')}
            options={offices}
            none={t('print:slips.noOffice')}
            value={typed.office}
            problem={at('office')}
          />
          <Field name="day" type="date" label={t('print:slips.day')} value={typed.day} problem={at('day')} />
          <button type="submit">{t('print:slips.show')}</button>
        </form>
        <form method="post" action={patterns.printSlips}>
          <h2>{t('print:slips.byCodes')}</h2>
          <Codes lang={lang} value={typed.codes} problem={at('codes')} />
          <button type="submit">{t('print:slips.show')}</button>
        </form>
      </div>
      {list && <Found lang={lang} typed={typed} list={list} />}
    </PrintFrame>
  )
}

function Codes({ lang, value, problem }: { lang: Lang; value: string; problem: string | undefined }) {
  const t = textsIn[lang]
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor="codes">{t('print:slips.codes')}</label>
      <small id="codes-hint">{t('print:slips.codesHint', { most: MOST_SLIPS })}</small>
      {problem && (
        <p className="problem" id="codes-problem">
          {problem}
        </p>
      )}
      <textarea
        id="codes"
        name="codes"
        rows={6}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'codes-hint codes-problem' : 'codes-hint'}
      />
    </div>
  )
}

function Found({ lang, typed, list }: { lang: Lang; typed: TypedSlips; list: SlipLines }) {
  const t = textsIn[lang]
  const n = list.slips.length
  const count = formatCount(lang, n)
  const sheets = formatCount(lang, Math.ceil(n / SLIPS_A_SHEET))
  return (
    <section aria-labelledby="found">
      <h2 id="found">{n === 0 ? t('print:slips.nothing') : t('print:slips.found', { n: count, sheets })}</h2>
      {n > 0 && (
        <>
          <form method="post" action={patterns.printSlipsFile}>
            {Object.entries(typed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <p className="print-actions">
              <button className="main" type="submit">
                {t('print:slips.make', { n: count })}
              </button>
            </p>
          </form>
          <p className="source">
            {t('print:slips.cut')} {t('print:slips.answered')}
          </p>
          <Lines
            heads={[t('print:slips.code'), t('print:slips.validUntil')]}
            rows={list.slips.map(({ dossierCode, lastDay }) => [dossierCode, writtenDay(lastDay)])}
          />
        </>
      )}
      {list.without.length > 0 && (
        <>
          <h3>{t('print:slips.withoutTitle')}</h3>
          <Lines
            heads={[t('print:slips.code'), t('print:slips.why')]}
            rows={list.without.map(({ dossierCode, why }) => [dossierCode, t(`print:slips.noSlip.${why}`)])}
          />
        </>
      )}
    </section>
  )
}

function Lines({ heads, rows }: { heads: [string, string]; rows: [string, string][] }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, what]) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
