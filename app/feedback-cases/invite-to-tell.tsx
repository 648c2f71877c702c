import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { tellPath } from '#app/paths.ts'

/** On a receipt: the unhappy are invited to complain, nobody is made to; the page stays useful without it. */
export function InviteToTell({ lang, level }: { lang: Lang; level: number }) {
  const t = textsIn[lang]
  const low = level <= 2
  return (
    <section id="phan-anh" className={low ? 'card' : undefined}>
      <h2>{t('cases:invite.title')}</h2>
      <p className={low ? undefined : 'quiet'}>{t(low ? 'cases:invite.low' : 'cases:invite.other')}</p>
      <p>
        <a className={low ? 'action' : undefined} href="?gui=phan-anh">
          {t('cases:invite.petition')}
        </a>
      </p>
      <p className="quiet">
        {`${t('cases:invite.elsewhere')} `}
        <a href={tellPath('khieu-nai')}>{t('cases:choose.khieu-nai')}</a>
        {' · '}
        <a href={tellPath('to-cao')}>{t('cases:choose.to-cao')}</a>
      </p>
    </section>
  )
}
