import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { patterns } from '../paths.ts'
import { placardNumber } from './placard.ts'
import { PrintFrame, type PrintFrameProps } from './print-frame.tsx'
import { FormChoice } from './print-page.tsx'
import type { ReprintLine, ReprintReason } from './reprint.ts'

interface Props extends PrintFrameProps {
  lines: ReprintLine[]
}

/** To print again first, then to take down, then what nobody said to hang. */
const ORDER: ReprintReason[] = ['changed', 'revoked', 'closed', 'never']
const isPrinted = (reason: ReprintReason) => reason === 'changed' || reason === 'never'

/** What paper to print again and what to take down, and why. */
export function ReprintPage({ lang, viewer, lines }: Props) {
  const t = textsIn[lang]
  const reasons = ORDER.filter((reason) => lines.some((line) => line.reason === reason))
  return (
    <PrintFrame lang={lang} viewer={viewer} title={t('print:page.reprint')} place="printAgain">
      {lines.length === 0 && <p className="empty">{t('print:reprint.none')}</p>}
      {reasons.map((reason) => (
        <section key={reason} aria-labelledby={reason}>
          <h2 id={reason}>{t(`print:reprint.reason.${reason}`)}</h2>
          <p>{t(`print:reprint.advice.${reason}`)}</p>
          {isPrinted(reason) ? (
            <ToPrint lang={lang} lines={lines.filter((line) => line.reason === reason)} />
          ) : (
            <ToTakeDown lang={lang} lines={lines.filter((line) => line.reason === reason)} />
          )}
        </section>
      ))}
    </PrintFrame>
  )
}

function ToPrint({ lang, lines }: { lang: Lang; lines: ReprintLine[] }) {
  const t = textsIn[lang]
  return (
    <form method="post" action={patterns.print}>
      <ul className="print-list print-choices">
        {lines.map((line) => (
          <li key={line.code}>
            <label>
              <input
                type="checkbox"
                name="placard"
                value={line.code}
                defaultChecked={line.reason === 'changed'}
              />
              <span>
                <b>{placardNumber(line.number)}</b> {line.place}
                {line.differs.map(({ part, printed }) => (
                  <small key={part}>
                    {t(`print:reprint.part.${part}`)} · {t('print:reprint.was', { text: printed })}
                  </small>
                ))}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FormChoice lang={lang} chosen="a4" />
      <p className="print-actions">
        <button className="main" type="submit" name="which" value="chosen">
          {t('print:reprint.makeChanged')}
        </button>
      </p>
    </form>
  )
}

function ToTakeDown({ lang, lines }: { lang: Lang; lines: ReprintLine[] }) {
  const t = textsIn[lang]
  return (
    <ul className="print-list">
      {lines.map((line) => (
        <li key={line.code}>
          <div>
            <b>{placardNumber(line.number)}</b> {line.place}
            {line.reason === 'revoked' && (
              <small>
                {line.replacement
                  ? t('print:reprint.replacedBy', { number: placardNumber(line.replacement) })
                  : t('print:reprint.noCode')}
              </small>
            )}
          </div>
          <form method="post" action={patterns.printAgain}>
            <input type="hidden" name="placard" value={line.code} />
            <button type="submit">
              {t('print:reprint.takenDown', { number: placardNumber(line.number) })}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
