import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { InputField } from '#app/ui/choices.tsx'
import type { ListedDevice } from './kiosk-registry.ts'

interface Props {
  lang: Lang
  device: ListedDevice
  refused: { typed: string } | null
}

/** Rename, pair again, revoke: one tablet's forms, folded away until they are needed or refused. */
export function DeviceForms({ lang, device, refused }: Props) {
  const t = textsIn[lang]
  const of = `${device.name} · ${device.counter}`
  return (
    <details className="device-forms" open={refused !== null}>
      <summary>{t('kiosks:changeOf', { name: device.name, counter: device.counter })}</summary>
      <form method="post" action={patterns.kiosks} className="in-a-row">
        <About intent="rename" device={device.id} />
        <InputField
          id={refused ? 'rename-name' : `rename-${device.id}`}
          name="name"
          label={t('kiosks:nameOf', { name: device.name })}
          value={refused ? refused.typed : device.name}
          problem={refused ? t('kiosks:badName') : undefined}
        />
        <button type="submit">{t('kiosks:rename')}</button>
      </form>
      <form method="post" action={patterns.kiosks}>
        <About intent="pair-again" device={device.id} />
        <p>{t('kiosks:pairAgainWhat')}</p>
        <button type="submit">
          {t('kiosks:pairAgain')}
          <span className="unseen">: {of}</span>
        </button>
      </form>
      {device.status !== 'revoked' && (
        <form method="post" action={patterns.kiosks}>
          <About intent="revoke" device={device.id} />
          <p>{t('kiosks:revokeWhat')}</p>
          <button type="submit">
            {t('kiosks:revoke')}
            <span className="unseen">: {of}</span>
          </button>
        </form>
      )}
    </details>
  )
}

function About({ intent, device }: { intent: string; device: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="device" value={device} />
    </>
  )
}
