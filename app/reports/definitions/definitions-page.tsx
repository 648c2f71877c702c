import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { FIRST_DAY, LAST_DAY, writtenDay } from '../../calendar/day.ts'
import type { RefusedDefinition } from './definition-form.ts'
import { DefinitionForm, DefinitionProblems } from './definition-form-fields.tsx'
import type { KnownDefinition } from './definition-history.ts'

interface DefinitionsPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  definitions: KnownDefinition[]
  mayDefine: boolean
  today: string
  refused: RefusedDefinition | null
}

/** How the headline is counted, was and will be; Văn phòng decides a new version. */
export function DefinitionsPage({
  lang,
  viewer,
  definitions,
  mayDefine,
  today,
  refused,
}: DefinitionsPageProps) {
  const t = textsIn[lang]
  const inForce = definitions.find(({ state }) => state === 'in_force')
  return (
    <DeskFrame lang={lang} viewer={viewer} place="indexDefinition">
      {refused && <DefinitionProblems lang={lang} refused={refused} />}
      <h1>{t('definitions:title')}</h1>
      <p className="lead">{t('definitions:what')}</p>
      {definitions.map((definition) => (
        <Definition key={definition.version} lang={lang} definition={definition} />
      ))}
      {mayDefine && inForce && (
        <details open={refused !== null}>
          <summary>{t('definitions:decide.title')}</summary>
          <DefinitionForm lang={lang} inForce={inForce} today={today} refused={refused} />
        </details>
      )}
    </DeskFrame>
  )
}

function Definition({ lang, definition }: { lang: Lang; definition: KnownDefinition }) {
  const t = textsIn[lang]
  const { version, state, trustClasses, stages, satisfiedLevels, minimumN } = definition
  const id = `version-${version}`
  return (
    <section className="definition" aria-labelledby={id}>
      <h2 id={id}>
        {t('definitions:version', { version })} <small>{t(`definitions:state.${state}`)}</small>
      </h2>
      <dl>
        <dt>{t('definitions:days')}</dt>
        <dd>{writtenSpan(lang, definition)}</dd>
        <dt>{t('definitions:trust')}</dt>
        <dd>{trustClasses.map((trust) => t(`staff:notes.trust.${trust}`)).join(', ')}</dd>
        <dt>{t('definitions:stage')}</dt>
        <dd>{stages.map((stage) => t(`staff:notes.stage.${stage}`)).join(', ')}</dd>
        <dt>{t('definitions:satisfied')}</dt>
        <dd>{t('definitions:fromLevel', { level: Math.min(...satisfiedLevels) })}</dd>
        <dt>{t('definitions:minimum')}</dt>
        <dd>{t('definitions:leastRatings', { k: minimumN })}</dd>
        <dt>{t('definitions:reason')}</dt>
        <dd>
          {definition.decidedAt === '' ? t('definitions:delivered') : <Decided {...{ lang, definition }} />}
        </dd>
      </dl>
    </section>
  )
}

function Decided({ lang, definition }: { lang: Lang; definition: KnownDefinition }) {
  const { reason, decidedBy, decidedAt } = definition
  const at = formatInstantInVietnam(decidedAt)
  return (
    <>
      <span lang="vi">{reason}</span>{' '}
      <small>{textsIn[lang]('definitions:decidedBy', { name: decidedBy, at })}</small>
    </>
  )
}

function writtenSpan(lang: Lang, { validFrom, validTo, state }: KnownDefinition): string {
  const t = textsIn[lang]
  const from = writtenDay(validFrom)
  if (state === 'never_in_force') return t('definitions:replaced', { from })
  const to = validTo === LAST_DAY ? t('definitions:open') : t('definitions:to', { to: writtenDay(validTo) })
  return validFrom === FIRST_DAY
    ? `${t('definitions:always')} ${to}`
    : `${t('definitions:from', { from })} ${to}`
}
