import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Overview } from './overview.ts'
import { overviewAddress } from './written-period.ts'

/** Whether figures of merged offices are added to their successors': said when they are, and one click away. */
export function LineageSwitch({
  lang,
  overview: { period, byLineage },
}: {
  lang: Lang
  overview: Pick<Overview, 'period' | 'byLineage'>
}) {
  const t = textsIn[lang]
  return (
    <div className="lineage">
      {byLineage && (
        <p>
          <strong>{t('offices:lineage.on')}</strong>
        </p>
      )}
      <p className="csv">
        <a href={overviewAddress(period, !byLineage)}>
          {t(byLineage ? 'offices:lineage.hide' : 'offices:lineage.show')}
        </a>
      </p>
    </div>
  )
}
