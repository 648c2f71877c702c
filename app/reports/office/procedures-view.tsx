import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatPercent } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import { lowestShown } from '../monthly-chart.ts'
import { ON_TIME_PERCENT } from '../targets.ts'
import { officeFiguresCsvAddress } from '../written-period.ts'
import { writtenShare } from '../written-share.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import type { OfficeHead } from './office-desk.ts'
import type { ProcedureFigures } from './procedures.ts'

interface Props {
  lang: Lang
  head: OfficeHead
  figures: ProcedureFigures
}

/** Fields with their procedures, and channels: dossiers beside ratings. */
export function ProceduresView({ lang, head, figures }: Props) {
  const t = textsIn[lang]
  const { procedures, channels } = figures
  const shown = [...procedures, ...channels].flatMap(({ figure }) =>
    figure.state === 'shown' ? [figure.share] : [],
  )
  const lowest = lowestShown(shown, SATISFIED_TARGET)
  const heads = [t('staff:offices.returned'), t('staff:offices.onTime')]
  const cellsOf = ({ returned, onTime }: { returned: number; onTime: number }) => [
    formatCount(lang, returned),
    writtenShare(lang, onTime, returned, ON_TIME_PERCENT),
  ]
  const addressOf = (table: string) => officeFiguresCsvAddress(head.office.id, head.period, table)
  return (
    <section className="breakdowns" aria-labelledby="procedures">
      <h2 id="procedures">{t('desk:procedures.title')}</h2>
      {procedures.length === 0 && <p>{t('desk:procedures.none')}</p>}
      <Scrolling label={t('desk:procedures.name')}>
        <BreakdownTable
          {...{ lang, heads, lowest }}
          title={t('desk:procedures.name')}
          lines={procedures.map((line) => ({
            ...line,
            name: line.name ? (
              <>
                <Vietnamese lang={lang}>{line.name}</Vietnamese>
                {line.code && <small>{line.code}</small>}
              </>
            ) : (
              t('desk:procedures.unknown')
            ),
            cells: cellsOf(line),
          }))}
        />
      </Scrolling>
      <FileLinks lang={lang} csv={addressOf('thu-tuc')} />
      <Scrolling label={t('desk:procedures.channels')}>
        <BreakdownTable
          {...{ lang, heads, lowest }}
          title={t('desk:procedures.channels')}
          lines={channels.map((line) => ({
            ...line,
            name: t(`desk:procedures.channel.${line.id}`),
            cells: cellsOf(line),
          }))}
        />
      </Scrolling>
      <p className="source">
        {t('staff:offices.scale', { from: formatPercent(lang, lowest, 0) })} {t('desk:breakdown.how')}
      </p>
      <FileLinks lang={lang} csv={addressOf('kenh')} />
    </section>
  )
}
