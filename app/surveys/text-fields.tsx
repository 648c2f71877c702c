import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LONGEST_TEXT } from './content-texts.ts'
import type { Texts } from './survey.ts'

/** One text in the three languages side by side; what is missing or too long is said at its field. */
export function TextFields({ lang, path, texts }: { lang: Lang; path: string; texts: Texts }) {
  return (
    <div className="three">
      {LANGUAGES.map((other) => (
        <TextField key={other} lang={lang} field={`${path}.${other}`} of={other} text={texts[other]} />
      ))}
    </div>
  )
}

function TextField({ lang, field, of, text }: { lang: Lang; field: string; of: Lang; text: string }) {
  const t = textsIn[lang]
  const long = [...text].length > LONGEST_TEXT
  const problem = text === '' ? t('surveys:missing') : long ? t('surveys:long', { most: LONGEST_TEXT }) : null
  return (
    <div className={problem ? 'text wanting' : 'text'}>
      <label htmlFor={field}>{LANGUAGE_NAMES[of]}</label>
      {problem && (
        <span className="problem" id={`${field}-problem`}>
          {problem}
        </span>
      )}
      {/* No maxLength: a browser would cut what is pasted without a word. */}
      <textarea
        id={field}
        name={field}
        rows={2}
        lang={HTML_LANG[of]}
        defaultValue={text}
        aria-describedby={problem ? `${field}-problem` : undefined}
      />
    </div>
  )
}
