import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'

/** The session ended while somebody was typing: nothing is lost, it waits here to be sent again. */
export function SendAgainPage({ lang, typed }: { lang: Lang; typed: [string, string][] }) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={null}>
      <h1>{t('surveys:resend.title')}</h1>
      <p className="lead">{t('surveys:resend.text')}</p>
      <p>
        <a className="action" href={patterns.signIn} target="_blank" rel="noreferrer">
          {t('surveys:resend.signIn')}
        </a>
      </p>
      <form method="post">
        {typed.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="main">
          {t('surveys:resend.again')}
        </button>
      </form>
    </DeskFrame>
  )
}
