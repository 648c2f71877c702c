import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { inGroups } from '#app/invitations/crockford.ts'

interface Props {
  lang: Lang
  made: { code: string; expiresAt: string }
  origin: string
}

/** A new code, large, to be typed on the tablet within its ten minutes. */
export function PairingCode({ lang, made, origin }: Props) {
  const t = textsIn[lang]
  return (
    <section className="pairing-code" role="status">
      <h2>{t('kiosks:code.title')}</h2>
      <p className="code">{inGroups(made.code)}</p>
      <p>{t('kiosks:code.where', { address: `${origin}/kiosk` })}</p>
      <p>{t('kiosks:code.until', { at: formatInstantInVietnam(made.expiresAt) })}</p>
    </section>
  )
}
