import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { SelectField } from '#app/ui/choices.tsx'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import { DeviceForms } from './device-forms.tsx'
import { DeviceTable } from './device-table.tsx'
import type { KioskDone, KioskRegistry } from './kiosk-registry.ts'
import { PairingCode } from './pairing-code.tsx'

export interface KiosksPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  mayChange: boolean
  done: KioskDone | null
  registry: KioskRegistry
  origin: string
  /** What came of the form that was sent: a code to show once, or a name that cannot be one. */
  outcome:
    | { made: { code: string; expiresAt: string } }
    | { problem: 'name'; device: string; typed: string }
    | null
}

/** The registry of tablets: how each is, and to pair, name and revoke them. */
export function KiosksPage(props: KiosksPageProps) {
  const { lang, viewer, mayChange, done, registry, origin, outcome } = props
  const t = textsIn[lang]
  const { devices } = registry
  const refused = outcome && 'problem' in outcome ? outcome : null
  return (
    <DeskFrame lang={lang} viewer={viewer} place="administration">
      <nav className="above" aria-label={t('offices:cancel')}>
        <a href={patterns.administration}>← {t('offices:administration.back')}</a>
      </nav>
      {refused && (
        <ErrorSummary
          title={t('offices:problemTitle')}
          problems={[{ name: 'rename-name', text: t('kiosks:badName') }]}
        />
      )}
      {done && (
        <p className="done" role="status">
          {t(`kiosks:done.${done}`)}
        </p>
      )}
      {outcome && 'made' in outcome && <PairingCode lang={lang} made={outcome.made} origin={origin} />}
      <h1>{t('kiosks:title')}</h1>
      <p className="lead">{t('kiosks:what')}</p>
      <p>
        <a href={patterns.kioskGuide}>{t('kiosks:guide.link')}</a>
      </p>
      {!mayChange && <p className="quiet">{t('offices:administration.readOnly')}</p>}
      {devices.length === 0 ? (
        <p className="empty">{t('kiosks:none')}</p>
      ) : (
        <>
          <DeviceTable lang={lang} devices={devices} />
          <FileLinks lang={lang} csv={patterns.kiosksCsv} />
        </>
      )}
      {mayChange && <PairForm lang={lang} counters={registry.counters} />}
      {mayChange && devices.length > 0 && (
        <section aria-labelledby="change">
          <h2 id="change">{t('kiosks:change')}</h2>
          {devices.map((device) => (
            <DeviceForms
              key={device.id}
              lang={lang}
              device={device}
              refused={refused?.device === device.id ? refused : null}
            />
          ))}
        </section>
      )}
    </DeskFrame>
  )
}

function PairForm({ lang, counters }: { lang: Lang; counters: KioskRegistry['counters'] }) {
  const t = textsIn[lang]
  if (counters.length === 0) return <p className="quiet">{t('kiosks:noCounters')}</p>
  return (
    <section aria-labelledby="pair">
      <h2 id="pair">{t('kiosks:pair')}</h2>
      <p>{t('kiosks:pairWhat')}</p>
      <form method="post" action={patterns.kiosks} className="form">
        <input type="hidden" name="intent" value="code" />
        <SelectField
          id="counter"
          name="counter"
          label={t('kiosks:column.counter')}
          choices={counters.map(({ id, name, office }) => ({
            ...{ value: id, text: `${office} · ${name}` },
            lang: lang === 'vi' ? undefined : 'vi',
          }))}
        />
        <button type="submit" className="main">
          {t('kiosks:makeCode')}
        </button>
      </form>
    </section>
  )
}
