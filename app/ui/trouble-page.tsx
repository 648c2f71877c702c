import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { CitizenFrame } from './citizen-document.tsx'

export type Trouble =
  | 'not_found'
  | 'fault'
  | 'too_large'
  | 'unavailable'
  | 'forbidden'
  | 'method'
  | 'conflict'

/** Which page a refused request gets; any other status is a fault. */
export const TROUBLE_OF_STATUS: Partial<Record<number, Trouble>> = {
  403: 'forbidden',
  404: 'not_found',
  405: 'method',
  409: 'conflict',
  413: 'too_large',
  415: 'method',
  503: 'unavailable',
}

/** What a visitor reads when an address refuses or fails: what happened, whether anything was stored, what to do. */
export function TroublePage({ lang, kind }: { lang: Lang; kind: Trouble }) {
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang}>
      <main className="wide">
        <h1>{t(`frame:trouble.${kind}.title`)}</h1>
        <p>{t(`frame:trouble.${kind}.text`)}</p>
        <p>
          <a className="action" href={patterns.home}>
            {t('frame:home')}
          </a>
        </p>
      </main>
    </CitizenFrame>
  )
}
