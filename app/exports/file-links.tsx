import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { xlsxOf } from '../paths.ts'

/** A table's two files. */
export function FileLinks({ lang, csv }: { lang: Lang; csv: string }) {
  const t = textsIn[lang]
  return (
    <p className="files">
      <a className="csv" href={csv} download>
        {t('exports:download', { kind: 'CSV' })}
      </a>{' '}
      <a className="csv" href={xlsxOf(csv)} download>
        {t('exports:download', { kind: 'XLSX' })}
      </a>
    </p>
  )
}
