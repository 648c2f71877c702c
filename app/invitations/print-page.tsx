import { ErrorSummary } from '#app/ui/fields.tsx'
import type { Lang } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { placardNumber } from './placard.ts'
import type { PlacardOrderForm } from './placard-form.ts'
import { PLACARD_FORMS, type PlacardForm } from './placard-sheet.ts'
import { PrintFrame, type PrintFrameProps } from './print-frame.tsx'

/** An office with the placards that hang at its counters. */
export interface OfficePlacards {
  id: string
  name: string
  placards: { code: string; number: number; counterName: string }[]
}

interface Props extends PrintFrameProps {
  offices: OfficePlacards[]
  chosen: PlacardOrderForm
  problem: 'none' | 'busy' | null
}

/** Which counters' placards to print, and on which form. */
export function PrintPage({ lang, viewer, offices, chosen, problem }: Props) {
  const t = textsIn[lang]
  const count = offices.reduce((sum, { placards }) => sum + placards.length, 0)
  return (
    <PrintFrame lang={lang} viewer={viewer} title={t('print:page.title')} place="print">
      {problem && (
        <ErrorSummary
          title={t('print:choose.problemTitle')}
          problems={[{ name: 'counters', text: t(`print:choose.${problem}`) }]}
        />
      )}
      {count === 0 ? (
        <p className="empty">{t('print:choose.empty')}</p>
      ) : (
        <form method="post" action={patterns.print}>
          <p>{t('print:choose.intro')}</p>
          <FormChoice lang={lang} chosen={chosen.form} />
          <div id="counters" tabIndex={-1}>
            <h2>{t('print:choose.counters')}</h2>
            <div className="print-offices">
              {offices.map((office) => (
                <OfficeChoice key={office.id} lang={lang} office={office} chosen={chosen} />
              ))}
            </div>
          </div>
          <p className="print-actions">
            <button className="main" type="submit" name="which" value="chosen">
              {t('print:choose.makeChosen')}
            </button>
            <button type="submit" name="which" value="all">
              {t('print:choose.makeAll', { n: formatCount(lang, count) })}
            </button>
            <button
              type="submit"
              name="which"
              value="chosen"
              formMethod="get"
              formAction={patterns.printPreview}
            >
              {t('print:choose.preview')}
            </button>
          </p>
        </form>
      )}
    </PrintFrame>
  )
}

/** The forms a placard is printed as. */
export function FormChoice({ lang, chosen }: { lang: Lang; chosen: PlacardForm }) {
  const t = textsIn[lang]
  return (
    <fieldset className="print-choices">
      <legend>{t('print:choose.form')}</legend>
      {PLACARD_FORMS.map((form) => (
        <label key={form}>
          <input type="radio" name="form" value={form} defaultChecked={form === chosen} />
          <span>{t(`print:choose.forms.${form}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function OfficeChoice({
  lang,
  office,
  chosen,
}: {
  lang: Lang
  office: OfficePlacards
  chosen: PlacardOrderForm
}) {
  const t = textsIn[lang]
  return (
    <fieldset className="print-choices">
      <legend>{office.name}</legend>
      {office.placards.length > 1 && (
        <label>
          <input
            type="checkbox"
            name="office"
            value={office.id}
            defaultChecked={chosen.offices.includes(office.id)}
          />
          <span>{t('print:choose.wholeOffice', { office: office.name })}</span>
        </label>
      )}
      {office.placards.map(({ code, number, counterName }) => (
        <label key={code}>
          <input type="checkbox" name="placard" value={code} defaultChecked={chosen.codes.includes(code)} />
          <span>
            {t('print:choose.placard', {
              number: placardNumber(number),
              counter: counterName || t('print:choose.ofOffice'),
            })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
