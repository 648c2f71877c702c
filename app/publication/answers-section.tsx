import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { InVietnamese } from '#app/ui/citizen-document.tsx'
import type { PublicAnswer } from './publication.ts'

/** Chosen answers to complaints, without a day: a day would place a complaint in a month whose number is hidden. */
export function AnswersSection({ lang, answers }: { lang: Lang; answers: readonly PublicAnswer[] }) {
  const t = textsIn[lang]
  if (answers.length === 0) return null
  const ofText = lang === 'vi' ? undefined : 'vi'
  return (
    <section className="answers" aria-labelledby="answers">
      <h2 id="answers">{t('publication:answers.title')}</h2>
      {answers.map(({ office, question, answer }) => (
        <article key={`${office} ${question} ${answer}`}>
          <h3>
            <InVietnamese lang={lang}>{office}</InVietnamese>
          </h3>
          <dl>
            <dt>{t('publication:answers.question')}</dt>
            <dd lang={ofText}>{question}</dd>
            <dt>{t('publication:answers.answer')}</dt>
            <dd lang={ofText}>{answer}</dd>
          </dl>
        </article>
      ))}
      <p className="note">{t('publication:answers.how')}</p>
    </section>
  )
}
