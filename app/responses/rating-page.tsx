import { HTML_LANG, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { CitizenFrame, InVietnamese, OfficeInText } from '#app/ui/citizen-document.tsx'
import { LevelButtons } from '#app/ui/face.tsx'
import type { Level } from './survey-response.ts'

export interface RatingPageProps {
  lang: Lang
  /** The city whose office this is, at the top of the page. */
  cityName?: string
  officeName: string
  counterName: string | null
  stage: 'return' | 'filing' | 'unstated'
  placardNumber: number | null
  /** The successor's name when the printed office is closed. */
  countsFor: string | null
  /** The UUID of this page: once in the markup, so that a kept page can be given a fresh one. */
  submission: string
  problem?: 'level' | 'tooMany'
  /** What was tapped when it could not be stored. */
  chosen?: Level
}

/** One question, five buttons, each a face with its word: one tap is one POST to the same address. */
export function RatingPage(props: RatingPageProps) {
  const { lang, stage, countsFor, problem } = props
  const t = textsIn[lang]
  return (
    <CitizenFrame lang={lang} city={props.cityName}>
      <main>
        <Place {...props} />
        {countsFor && (
          <p className="note">
            <OfficeInText
              lang={lang}
              name={countsFor}
              say={(office) => t('citizen:rate.countsFor', { office })}
            />
          </p>
        )}
        {problem && (
          <p className="note wrong" role="alert">
            {t(`citizen:rate.problem.${problem}`)}
          </p>
        )}
        <h1>{t(`citizen:rate.question.${stage}`)}</h1>
        {/* Another query: a POST to the page's own address would drop it from the cache that Back shows it from. */}
        <form method="post" action="?t" className="levels">
          <input type="hidden" name="submission" value={props.submission} />
          <input type="hidden" name="lang" value={lang} />
          <LevelButtons lang={lang} size={40} chosen={props.chosen} />
        </form>
      </main>
      <footer>{t('citizen:rate.privacy')}</footer>
    </CitizenFrame>
  )
}

/** Office, counter, stage and placard run on in one paragraph, so that all five faces stay on a small screen. */
function Place({ lang, officeName, counterName, stage, placardNumber }: RatingPageProps) {
  const t = textsIn[lang]
  const number = String(placardNumber).padStart(4, '0')
  return (
    <p className="place">
      <InVietnamese lang={lang}>{officeName}</InVietnamese>
      {counterName && (
        <>
          {DOT}
          <span lang={lang === 'vi' ? undefined : HTML_LANG.vi}>{counterName}</span>
        </>
      )}
      {stage !== 'unstated' && (
        <>
          {DOT}
          <span>{t(`citizen:rate.stage.${stage}`)}</span>
        </>
      )}
      {placardNumber !== null && (
        <>
          {DOT}
          <span>{t('citizen:rate.placard', { number })}</span>
        </>
      )}
    </p>
  )
}

/** Stays at the end of its line when the next part moves to another. */
const DOT = '\u00a0· '
