import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { type ListedDevice, writtenNumbers } from './kiosk-registry.ts'
import { countOf } from './number-gaps.ts'

const COLUMNS = [
  'counter',
  'status',
  'heard',
  'waiting',
  'refused',
  'missing',
  'clock',
  'battery',
  'version',
] as const
const NUMBERS: readonly string[] = ['waiting', 'refused', 'missing']

/** One line a tablet; what wants somebody's attention is said in words beside its state. */
export function DeviceTable({ lang, devices }: { lang: Lang; devices: readonly ListedDevice[] }) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('kiosks:title')}>
      <table className="list devices">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={NUMBERS.includes(column) ? 'number' : undefined}>
                {t(`kiosks:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <DeviceLine key={device.id} lang={lang} device={device} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function DeviceLine({ lang, device }: { lang: Lang; device: ListedDevice }) {
  const { name, office, counter, waiting, refused, missing, battery } = device
  const t = textsIn[lang]
  return (
    <tr>
      <th scope="row">
        <Vietnamese lang={lang}>{`${office} · ${counter}`}</Vietnamese>
        <small>{t('kiosks:called', { name })}</small>
      </th>
      <td>
        <States lang={lang} device={device} />
      </td>
      <td>{formatInstantInVietnam(device.lastHeardAt)}</td>
      <td className="number">{formatCount(lang, waiting)}</td>
      <td className="number">{formatCount(lang, refused)}</td>
      <td className="number">
        {formatCount(lang, countOf(missing))}
        {missing.length > 0 && <small>{t('kiosks:numbers', { numbers: writtenNumbers(missing) })}</small>}
      </td>
      <td>
        <ClockCell lang={lang} device={device} />
      </td>
      <td>
        {battery
          ? `${battery.percent}%${battery.charging ? ` · ${t('kiosks:charging')}` : ''}`
          : t('kiosks:notTold')}
      </td>
      <td>{device.appVersion}</td>
    </tr>
  )
}

/** How it is: the state itself, then each thing that somebody should look at. */
function States({ lang, device }: { lang: Lang; device: ListedDevice }) {
  const t = textsIn[lang]
  const { status, silentSince, storage, ring, troubleAt, conflicts, chainBreaks } = device
  const at = (instant: string) => formatInstantInVietnam(instant)
  const alarms = [
    silentSince !== '' && t('kiosks:alarm.silent', { at: at(silentSince) }),
    storage !== 'ok' && t(`kiosks:alarm.${storage}`),
    ring > 0 && t('kiosks:alarm.ring', { n: ring }),
    storage === 'ok' && ring === 0 && troubleAt !== '' && t('kiosks:alarm.wasTrouble', { at: at(troubleAt) }),
    conflicts > 0 && t('kiosks:alarm.conflicts', { n: conflicts }),
    chainBreaks > 0 && t('kiosks:alarm.chain', { n: chainBreaks }),
  ].filter((alarm) => alarm !== false)
  return (
    <>
      <span className={`device-state ${status}`}>{t(`kiosks:status.${status}`)}</span>
      {alarms.length > 0 && (
        <ul className="alarms">
          {alarms.map((alarm) => (
            <li key={alarm}>{alarm}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Below this nobody needs to know. */
const NEAR_S = 60

function ClockCell({ lang, device: { clockOffset, clockFlags } }: { lang: Lang; device: ListedDevice }) {
  const t = textsIn[lang]
  const minutes = Math.round(Math.abs(clockOffset ?? 0) / 60)
  const key = (clockOffset ?? 0) > 0 ? 'slow' : 'fast'
  return (
    <>
      {clockOffset === null && t('kiosks:notTold')}
      {clockOffset !== null && Math.abs(clockOffset) < NEAR_S && t('kiosks:clock.right')}
      {clockOffset !== null &&
        Math.abs(clockOffset) >= NEAR_S &&
        t(`kiosks:clock.${key}`, { n: formatCount(lang, minutes) })}
      {clockFlags > 0 && <small>{t('kiosks:clock.flagged', { n: formatCount(lang, clockFlags) })}</small>}
    </>
  )
}
