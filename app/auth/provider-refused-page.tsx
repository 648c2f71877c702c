import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'

interface Props {
  lang: Lang
  /** Whether nobody here has the address, or the two systems did not understand each other. */
  why: 'refused' | 'failed'
}

/** What somebody sees whom the city's own sign-in did not bring in. */
export function ProviderRefusedPage({ lang, why }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={null}>
      <div className="narrow">
        <h1>{t('accounts:signIn.providerTitle')}</h1>
        <p>{t(why === 'refused' ? 'accounts:signIn.providerRefused' : 'accounts:signIn.providerFailed')}</p>
        <p>
          <a className="action" href={patterns.signIn}>
            {t('accounts:signIn.providerBack')}
          </a>
        </p>
      </div>
    </DeskFrame>
  )
}
