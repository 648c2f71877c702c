import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type Arrangement, kindsFor, writeArrangement } from './arrangement.ts'
import type { ContentQuestion, SurveyContent } from './survey.ts'
import { TextFields } from './text-fields.tsx'

interface Props {
  lang: Lang
  content: SurveyContent
  askedBefore: Record<string, number[]>
}

/** All questions of a draft with their fields and buttons, those of a factor under its name. */
export function DraftQuestions(props: Props) {
  const { lang, content } = props
  const t = textsIn[lang]
  const alone = content.questions.filter(({ factor }) => factor === '')
  return (
    <>
      {content.factors.map((factor, at) => (
        <div key={factor.id} className="factor">
          <fieldset>
            <legend>{t('surveys:factorN', { n: at + 1 })}</legend>
            <TextFields lang={lang} path={`factor.${factor.id}`} texts={factor.text} />
          </fieldset>
          <Questions
            {...props}
            inside={content.questions.filter((question) => question.factor === factor.id)}
            factor={factor.id}
          />
        </div>
      ))}
      {(alone.length > 0 || content.factors.length === 0) && (
        <Questions {...props} inside={alone} factor="" />
      )}
      <Scales lang={lang} content={content} />
    </>
  )
}

function Questions(props: Props & { inside: ContentQuestion[]; factor: string }) {
  const { lang, content, inside, factor } = props
  const t = textsIn[lang]
  return (
    <>
      {inside.map((question, at) => (
        <OneQuestion
          key={question.id}
          {...props}
          question={question}
          first={at === 0}
          last={at === inside.length - 1}
        />
      ))}
      <p className="adding">
        {kindsFor(content).map((kind) => (
          <Step key={kind} step={{ deed: 'question-new', kind, factor }} word={t(`surveys:add.${kind}`)} />
        ))}
      </p>
    </>
  )
}

function OneQuestion({
  lang,
  content,
  askedBefore,
  question,
  first,
  last,
}: Props & { question: ContentQuestion; first: boolean; last: boolean }) {
  const t = textsIn[lang]
  const { id, kind, identity, text, options } = question
  const n = content.questions.indexOf(question) + 1
  const of = t('surveys:questionOf', { n })
  const versions = askedBefore[identity] ?? []
  return (
    <div className="draft-question" id={`q-${id}`}>
      <fieldset>
        <legend>
          {t('surveys:question', { n })} <small>{t(`surveys:kind.${kind}`)}</small>
        </legend>
        <TextFields lang={lang} path={`text.${id}`} texts={text} />
      </fieldset>
      {kind === 'several' && <Options lang={lang} question={question} n={n} />}
      <p className="quiet">
        {versions.length > 0 ? t('surveys:asked', { versions: versions.join(', ') }) : t('surveys:askedNew')}
      </p>
      <div className="steps">
        {!first && <Step step={{ deed: 'question-up', question: id }} word={t('surveys:up')} of={of} />}
        {!last && <Step step={{ deed: 'question-down', question: id }} word={t('surveys:down')} of={of} />}
        {kind === 'several' && options.length < 30 && (
          <Step step={{ deed: 'option-new', question: id }} word={t('surveys:addOption')} of={of} />
        )}
        {versions.length > 0 && (
          <Fold word={t('surveys:other')} of={of} hint={t('surveys:otherHint')}>
            <Step step={{ deed: 'question-other', question: id }} word={t('surveys:other')} of={of} />
          </Fold>
        )}
        <Fold word={t('surveys:remove')} of={of} hint={t('surveys:removeHint')}>
          <Step step={{ deed: 'question-remove', question: id }} word={t('surveys:removeQuestion')} of={of} />
        </Fold>
      </div>
    </div>
  )
}

function Options({ lang, question, n }: { lang: Lang; question: ContentQuestion; n: number }) {
  const t = textsIn[lang]
  return question.options.map(({ id, text }, at) => {
    const of = t('surveys:optionOf', { n: at + 1, question: n })
    const step = (deed: 'option-up' | 'option-down' | 'option-remove', word: string) => (
      <Step step={{ deed, question: question.id, option: id }} word={word} of={of} />
    )
    return (
      <fieldset key={id} className="option">
        <legend>{t('surveys:option', { n: at + 1 })}</legend>
        <TextFields lang={lang} path={`option.${question.id}.${id}`} texts={text} />
        <div className="steps">
          {at > 0 && step('option-up', t('surveys:up'))}
          {at < question.options.length - 1 && step('option-down', t('surveys:down'))}
          {step('option-remove', t('surveys:remove'))}
        </div>
      </fieldset>
    )
  })
}

/** The answers that every question of a kind is given by, once for all of them. */
function Scales({ lang, content }: { lang: Lang; content: SurveyContent }) {
  const t = textsIn[lang]
  return (['points', 'level'] as const)
    .filter((kind) => content.scales[kind].length > 0)
    .map((kind) => (
      <div key={kind} className="factor">
        <h3>{t(`surveys:scale.${kind}`)}</h3>
        {content.scales[kind].map(({ id, text }) => (
          <fieldset key={id} className="option">
            <legend>{t('surveys:scaleOption', { option: id })}</legend>
            <TextFields lang={lang} path={`scale.${kind}.${id}`} texts={text} />
          </fieldset>
        ))}
      </div>
    ))
}

/** A button that saves all that was typed and does its step; its name says what it is about. */
function Step({ step, word, of }: { step: Arrangement; word: string; of?: string }) {
  return (
    <button type="submit" name="do" value={writeArrangement(step)} aria-label={of && `${word}: ${of}`}>
      {word}
    </button>
  )
}

/** What cannot be undone asks once more, without a script. */
function Fold({ word, of, hint, children }: { word: string; of: string; hint: string; children: ReactNode }) {
  return (
    <details>
      <summary aria-label={`${word}: ${of}`}>{word}</summary>
      <p className="quiet">{hint}</p>
      {children}
    </details>
  )
}
