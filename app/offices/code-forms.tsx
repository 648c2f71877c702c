import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { countersPath } from '#app/paths.ts'
import type { ShownCode } from './counter-view.ts'

/** Which of a page's forms this is, and what it is about. */
export function Intent({ intent, fields }: { intent: string; fields: Record<string, string> }) {
  return Object.entries({ intent, ...fields }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** A placard's number as it is printed. */
export const writtenPlacard = (placard: number): string => String(placard).padStart(4, '0')

export function Codes({ lang, codes }: { lang: Lang; codes: ShownCode[] }) {
  const t = textsIn[lang]
  if (codes.length === 0) return <>{t('offices:counters.noCode')}</>
  return codes.map(({ id, code, placard }) => (
    <div key={id}>
      <span className="code">{code}</span> ·{' '}
      {t('offices:counters.placard', { number: writtenPlacard(placard) })}
    </div>
  ))
}

/** Withdraw, or withdraw and issue anew; folded away, since neither can be undone. */
export function CodeForms({ lang, officeId, code }: { lang: Lang; officeId: string; code: ShownCode }) {
  const t = textsIn[lang]
  const number = writtenPlacard(code.placard)
  return (['reissue', 'revoke'] as const).map((intent) => (
    <details key={intent}>
      <summary>
        {t(`offices:counters.${intent}`)}: {t('offices:counters.placard', { number })}
      </summary>
      <p>{t(intent === 'revoke' ? 'offices:counters.revokeWhat' : 'offices:counters.reissueWhat')}</p>
      <form method="post" action={countersPath(officeId)}>
        <Intent intent={intent} fields={{ code: code.id }} />
        <button type="submit">
          {t(`offices:counters.${intent}`)}
          <span className="unseen">: {t('offices:counters.placard', { number })}</span>
        </button>
      </form>
    </details>
  ))
}
