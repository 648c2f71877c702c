import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, tellPath } from '#app/paths.ts'
import { CitizenFrame } from '#app/ui/citizen-document.tsx'
import { INTENTS } from './feedback-case.ts'

/** What somebody wants to say is asked before anything is written: two of the four are not for this place. */
export function ChooseIntentPage({ lang, office }: { lang: Lang; office: string }) {
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} asked={office ? { 'don-vi': office } : {}}>
      <main className="wide">
        <h1>{t('cases:choose.heading')}</h1>
        <ul className="wants">
          {INTENTS.map((intent) => (
            <li key={intent}>
              <a href={tellPath(intent, office)}>
                <b>{t(`cases:choose.${intent}`)}</b>
                {t(`cases:choose.${intent}What`)}
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a href={patterns.follow}>{t('cases:choose.follow')}</a>
        </p>
      </main>
    </CitizenFrame>
  )
}

/** Where a khiếu nại or a tố cáo is filed; there is nothing to type here, and nothing is kept. */
export function FiledElsewherePage({ lang, intent }: { lang: Lang; intent: 'khieu-nai' | 'to-cao' }) {
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} asked={{ muc: intent }}>
      <main className="wide">
        <h1>{t(`cases:elsewhere.${intent}.title`)}</h1>
        <p>{t(`cases:elsewhere.${intent}.what`)}</p>
        <div className="card">
          <p>{t(`cases:elsewhere.${intent}.where`)}</p>
          <p>{t(`cases:elsewhere.${intent}.bring`)}</p>
          <p>{t(`cases:elsewhere.${intent}.limit`)}</p>
        </div>
        <p className="note">{t('cases:elsewhere.noEffect')}</p>
        <p>{t('cases:elsewhere.notHere')}</p>
        <p>
          <a href={patterns.tell}>{t('cases:elsewhere.back')}</a>
        </p>
      </main>
    </CitizenFrame>
  )
}
