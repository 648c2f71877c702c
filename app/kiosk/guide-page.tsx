import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  /** Where a tablet opens its screen. */
  address: string
}

const PARTS = {
  place: ['height', 'reach', 'light'],
  privacy: ['turned', 'distance', 'alone'],
  power: ['charger', 'battery', 'clock'],
  lock: ['install', 'pin', 'quiet', 'keep'],
  daily: ['look', 'banner', 'registry'],
} as const

/** One sheet for whoever hangs a tablet up: place, privacy, power, locking, every day. */
export function GuidePage({ lang, viewer, address }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="administration">
      <nav className="above" aria-label={t('offices:cancel')}>
        <a href={patterns.kiosks}>← {t('kiosks:title')}</a>
      </nav>
      <p className="on-screen quiet">{t('kiosks:guide.print')}</p>
      <article className="paper guide">
        <h1>{t('kiosks:guide.title')}</h1>
        <p>{t('kiosks:guide.what')}</p>
        <Part lang={lang} part="place" steps={PARTS.place} />
        <Part lang={lang} part="privacy" steps={PARTS.privacy} />
        <Part lang={lang} part="power" steps={PARTS.power} />
        <Part lang={lang} part="lock" steps={PARTS.lock} />
        <Part lang={lang} part="daily" steps={PARTS.daily} />
        <dl>
          <dt>{t('kiosks:guide.address')}</dt>
          <dd className="code">{address}</dd>
          <dt>{t('kiosks:guide.counter')}</dt>
          <dd className="to-fill" />
          <dt>{t('kiosks:guide.installed')}</dt>
          <dd className="to-fill" />
        </dl>
      </article>
    </DeskFrame>
  )
}

function Part<Name extends keyof typeof PARTS>({
  lang,
  part,
  steps,
}: {
  lang: Lang
  part: Name
  steps: (typeof PARTS)[Name]
}) {
  const say = textsIn[lang] as (key: string) => string
  return (
    <section>
      <h2>{say(`kiosks:guide.${part}.title`)}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>{say(`kiosks:guide.${part}.steps.${step}`)}</li>
        ))}
      </ul>
    </section>
  )
}
