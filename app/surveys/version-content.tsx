import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { questionsOf, type SurveyContent, type Texts } from './survey.ts'

interface Props {
  lang: Lang
  content: SurveyContent
  askedBefore: Record<string, number[]>
}

/** All that a version says, in three languages side by side, to read. */
export function VersionContent({ lang, content, askedBefore }: Props) {
  const t = textsIn[lang]
  const questions = questionsOf(content)
  return (
    <section id="questions">
      <h2>{t('surveys:questions')}</h2>
      <Scrolling label={t('surveys:questions')}>
        <table className="texts">
          <thead>
            <tr>
              <th scope="col">{t('surveys:questions')}</th>
              {LANGUAGES.map((other) => (
                <th key={other} scope="col">
                  {LANGUAGE_NAMES[other]}
                </th>
              ))}
            </tr>
          </thead>
          {questions.map(({ id, kind, text, factor, options, identity }, at) => {
            const versions = askedBefore[identity] ?? []
            return (
              <tbody key={id}>
                {factor && factor.id !== questions[at - 1]?.factor?.id && (
                  <Row name={t('surveys:factor')} text={factor.text} strong />
                )}
                <Row
                  name={t('surveys:question', { n: at + 1 })}
                  hint={versions.length > 0 ? t('surveys:asked', { versions: versions.join(', ') }) : ''}
                  text={text}
                />
                {kind === 'several' &&
                  options.map((option, place) => (
                    <Row
                      key={option.id}
                      name={t('surveys:option', { n: place + 1 })}
                      text={option.text}
                      quiet
                    />
                  ))}
              </tbody>
            )
          })}
          {(['points', 'level'] as const)
            .filter((kind) => content.scales[kind].length > 0)
            .map((kind) => (
              <tbody key={kind}>
                {content.scales[kind].map(({ id, text }) => (
                  <Row key={id} name={t('surveys:scaleOption', { option: id })} text={text} quiet />
                ))}
              </tbody>
            ))}
        </table>
      </Scrolling>
    </section>
  )
}

function Row({
  name,
  hint = '',
  text,
  strong = false,
  quiet = false,
}: {
  name: string
  hint?: string
  text: Texts
  strong?: boolean
  quiet?: boolean
}) {
  return (
    <tr className={strong ? 'strong' : quiet ? 'under' : undefined}>
      <th scope="row">
        {name}
        {hint && <small>{hint}</small>}
      </th>
      {LANGUAGES.map((other) => (
        <td key={other} lang={HTML_LANG[other]}>
          {text[other]}
        </td>
      ))}
    </tr>
  )
}
