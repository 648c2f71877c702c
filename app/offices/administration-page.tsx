import { mayGoTo } from '#app/auth/access.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'

/** The places of the administration in their order; each shows only to those who may go there. */
const PLACES = [
  'offices',
  'procedures',
  'calendar',
  'targets',
  'surveys',
  'nd61',
  'kiosks',
  'staffList',
] as const

/** The front page of the administration. */
export function AdministrationPage({ lang, viewer }: { lang: Lang; viewer: Pick<Viewer, 'name' | 'role'> }) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="administration">
      <h1>{t('offices:administration.title')}</h1>
      <p className="lead">{t('offices:administration.what')}</p>
      <ul className="place-list">
        {PLACES.filter((place) => mayGoTo(place, viewer.role)).map((place) => (
          <li key={place}>
            <a href={patterns[place]}>{t(`offices:place.${place}`)}</a>
            <p>{t(`offices:placeWhat.${place}`)}</p>
          </li>
        ))}
      </ul>
    </DeskFrame>
  )
}
