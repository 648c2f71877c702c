import type { ReactNode } from 'react'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import type { Done } from './office-changes.ts'
import type { Refused } from './outcome.ts'

/** What every page of the administration is handed. */
export interface AdministrationProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  /** Whether the viewer changes what the page shows, or reads it. */
  mayChange: boolean
  /** What has just been done. */
  done: Done | null
}

interface FrameProps extends AdministrationProps {
  title: ReactNode
  refused?: Refused | null | undefined
  /** What the address asks for, kept when the language is switched. */
  asked?: Record<string, string>
  /** The page above this one; the front page of the administration where nothing is said. */
  above?: { path: string; text: string }
  /** What `done` fills in. */
  counted?: number
  children: ReactNode
}

/** A page of the administration: the way back, what was done or refused, the title. */
export function AdministrationFrame(props: FrameProps) {
  const { lang, viewer, mayChange, done, title, refused, asked, counted, children } = props
  const t = textsIn[lang]
  const above = props.above ?? { path: patterns.administration, text: t('offices:administration.back') }
  return (
    <DeskFrame lang={lang} viewer={viewer} place="administration" {...(asked ? { asked } : {})}>
      <nav className="above" aria-label={t('offices:cancel')}>
        <a href={above.path}>← {above.text}</a>
      </nav>
      {refused && <Problems lang={lang} refused={refused} />}
      {done && !refused && (
        <p className="done" role="status">
          {done === 'proceduresTaken'
            ? t('offices:done.proceduresTaken', { n: counted ?? 0 })
            : t(`offices:done.${done}`)}
        </p>
      )}
      <h1>{title}</h1>
      {!mayChange && <p className="quiet">{t('offices:administration.readOnly')}</p>}
      {children}
    </DeskFrame>
  )
}

/** The refused fields above the form, each leading to its own; ids are `INTENT-FIELD` where a page has several forms. */
function Problems({ lang, refused }: { lang: Lang; refused: Refused }) {
  const t = textsIn[lang]
  const problems = Object.entries(refused.problems).map(([field, problem]) => ({
    name: fieldId(refused.intent, field),
    text: isNamed(field)
      ? `${t(`offices:fieldName.${field}`)}: ${t(`offices:problem.${problem}`)}`
      : t(`offices:problem.${problem}`),
  }))
  return <ErrorSummary title={t('offices:problemTitle')} problems={problems} />
}

/** Fields that the summary calls by name; of the others the problem says enough, or its own label does. */
const NAMED = [
  'name',
  'kind',
  'parent',
  'gso_code',
  'from',
  'until',
  'day',
  'predecessors',
  'outside',
  'successor',
  'note',
  'counter',
  'code',
  'field',
  'valid_from',
  'valid_to',
  'certainty',
  'source',
] as const
const isNamed = (field: string): field is (typeof NAMED)[number] => NAMED.some((named) => named === field)

/** The id of a field; `intent` '' where the page has one form only. */
export const fieldId = (intent: string, field: string): string => (intent ? `${intent}-${field}` : field)

/** The problem of a field of the form `intent`, in words. */
export function problemAt(
  lang: Lang,
  refused: Refused | null | undefined,
  field: string,
  intent = '',
): string | undefined {
  const problem = refused && refused.intent === intent ? refused.problems[field] : undefined
  return problem && textsIn[lang](`offices:problem.${problem}`)
}
