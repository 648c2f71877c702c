import type { Viewer } from '../../auth/viewer.ts'
import { writtenDay } from '../../calendar/day.ts'
import { FileLinks } from '../../exports/file-links.tsx'
import type { Lang } from '../../i18n/languages.ts'
import { formatCount } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { patterns, reportPath } from '../../paths.ts'
import { DeskFrame } from '../../ui/desk-frame.tsx'
import { Scrolling } from '../../ui/scrolling.tsx'
import { slugOf } from './report-address.ts'
import type { DueTask, ListedPeriod } from './report-periods.ts'
import { writtenClosable } from './written-report.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  periods: ListedPeriod[]
  tasks: DueTask[]
}

/** What is due, and every period with its report. */
export function ReportsPage({ lang, viewer, periods, tasks }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={viewer} place="reports">
      <h1>{t('reports:title')}</h1>
      <p className="lead">{t('reports:what')}</p>
      <section aria-labelledby="due">
        <h2 id="due">{t('reports:due.title')}</h2>
        <ul className="due-list">
          {tasks.map((task) => (
            <Task key={`${task.what} ${task.period.kind} ${task.period.from}`} lang={lang} task={task} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('reports:periods.title')}</h2>
        {periods.length === 0 ? (
          <p className="empty">{t('reports:periods.none')}</p>
        ) : (
          <Periods lang={lang} periods={periods} />
        )}
        <FileLinks lang={lang} csv={patterns.reportsCsv} />
      </section>
    </DeskFrame>
  )
}

function Task({ lang, task }: { lang: Lang; task: DueTask }) {
  const t = textsIn[lang]
  const { what, period, day, workingDays } = task
  const text =
    what === 'filing'
      ? t('reports:due.filing', { year: period.to.slice(0, 4) })
      : t('reports:due.close', { period: writtenClosable(lang, period) })
  const n = formatCount(lang, Math.abs(workingDays))
  const left =
    workingDays === 0
      ? t('reports:due.today')
      : t(workingDays > 0 ? 'reports:due.days' : 'reports:due.over', { n })
  return (
    <li>
      <a href={reportPath(slugOf(period.kind), period.from)}>{text}</a>
      <span>
        {writtenDay(day)} · <strong className={workingDays < 0 ? 'late' : undefined}>{left}</strong>
      </span>
    </li>
  )
}

function Periods({ lang, periods }: Pick<Props, 'lang' | 'periods'>) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('reports:periods.title')}>
      <table className="list cards">
        <thead>
          <tr>
            <th scope="col">{t('reports:periods.period')}</th>
            <th scope="col">{t('reports:periods.cutOff')}</th>
            <th scope="col">{t('reports:periods.status')}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={`${period.kind} ${period.from}`}>
              <th scope="row">
                <a href={reportPath(slugOf(period.kind), period.from)}>{writtenClosable(lang, period)}</a>
              </th>
              <td data-label={t('reports:periods.cutOff')}>{writtenDay(period.to)}</td>
              <td data-label={t('reports:periods.status')}>
                {t(`reports:status.${period.status}`)}
                {period.status === 'open' && (
                  <small>{t('reports:periods.earliest', { day: writtenDay(period.earliest) })}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
