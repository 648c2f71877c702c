import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { inLanguage, questionsOf, type SurveyContent } from '#app/surveys/survey.ts'
import style from '../ui/citizen.css?inline'
import type { ReceiptPageProps } from './receipt-page.tsx'
import { OptionalQuestions } from './receipt-questions.tsx'

interface Props {
  /** The language of the desk. */
  lang: Lang
  /** That of the citizen. */
  shown: Lang
  content: SurveyContent
  nonce: string
}

/**
 * The questions as a citizen's phone shows them. A shadow root written in the page keeps the desk's styles out
 * without a frame or a script; within a disabled fieldset nothing is sent.
 */
export function SurveyPreview({ lang, shown, content, nonce }: Props) {
  const missing = textsIn[lang]('surveys:preview.missing')
  const questions = inLanguage({ questions: questionsOf(content) }, shown).map((question) => ({
    ...question,
    text: question.text || missing,
    factor: question.factor ? { ...question.factor, text: question.factor.text || missing } : null,
    options: question.options.map(({ id, text }) => ({ id, text: text || missing })),
  }))
  return (
    <div className="phone">
      <template {...{ shadowrootmode: 'open' }}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, which escaping would break */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: PHONE_STYLE }} />
        <fieldset disabled className="screen" lang={shown === 'zh' ? 'zh-Hans' : shown}>
          <legend>{textsIn[lang]('surveys:preview.frame')}</legend>
          <div className="main wide">
            <OptionalQuestions {...NOTHING_SAID} lang={shown} questions={questions} />
          </div>
        </fieldset>
      </template>
    </div>
  )
}

const NOTHING_SAID: Omit<ReceiptPageProps, 'lang' | 'questions'> = {
  officeName: '',
  receipt: '',
  level: 5,
  changeableUntil: '',
  changeable: true,
  superseded: false,
  respondent: 'unstated',
  answers: {},
  comment: '',
}

/** A shadow root has neither `html` nor `body`: the host and the screen stand for them. */
const PHONE_STYLE = `${style
  .replaceAll(':root', ':host')
  .replace(/(^|[},/]\s*)html(?=\s*\{)/g, '$1:host')
  .replace(/(^|[},/]\s*)body(?=\s*\{)/g, '$1.screen')
  .replace(/(^|[},/]\s*)main(?=\s*[,{])/g, '$1.main')}
:host { display: block; color-scheme: light; }
.screen { min-height: 0; padding: 0 16px 16px; gap: 0; }
.screen > legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
:disabled { opacity: 1; }
button, summary, label, input { cursor: default; }
`
