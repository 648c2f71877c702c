import type { Viewer } from '#app/auth/viewer.ts'
import { writtenDay } from '#app/calendar/day.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { feedbackCasePath, patterns } from '#app/paths.ts'
import { SelectField } from '#app/ui/choices.tsx'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import type { CaseList, ListedCase } from './case-list.ts'
import { DeadlineText, StatusChip } from './case-marks.tsx'
import { askedOf } from './case-question.ts'

export interface CaseListPageProps {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  list: CaseList
}

const addressOf = (path: string, asked: Record<string, string>) => `${path}?${new URLSearchParams(asked)}`

/** The handler's desk: what is mine, due and overdue first, each a view in the address bar. */
export function CaseListPage({ lang, viewer, list }: CaseListPageProps) {
  const t = textsIn[lang]
  const asked = askedOf(list.question)
  return (
    <DeskFrame lang={lang} viewer={viewer} place="cases" asked={asked}>
      <h1>{t('caseDesk:title')}</h1>
      <p className="quiet">{t(viewer.role === 'office_head' ? 'caseDesk:whatHead' : 'caseDesk:what')}</p>
      <Views lang={lang} list={list} />
      {list.offices.length > 0 && <OfficeFilter lang={lang} list={list} />}
      {list.cases.length === 0 ? (
        <p>{t(`caseDesk:none.${list.question.view}`)}</p>
      ) : (
        <>
          <CaseTable lang={lang} list={list} isHead={viewer.role === 'office_head'} />
          <FileLinks lang={lang} csv={addressOf(patterns.casesCsv, asked)} />
        </>
      )}
      <Pages lang={lang} list={list} />
      {viewer.role === 'city_office' && (
        <p>
          <a href={patterns.caseSettings}>{t('caseDesk:settings.title')}</a>
          {' · '}
          <a href={patterns.publicAnswers}>{t('caseDesk:public.list')}</a>
        </p>
      )}
    </DeskFrame>
  )
}

function Views({ lang, list }: Pick<CaseListPageProps, 'lang' | 'list'>) {
  const t = textsIn[lang]
  const { question } = list
  return (
    <nav className="views" aria-label={t('caseDesk:views')}>
      {list.views.map(({ view, n }) => (
        <a
          key={view}
          href={addressOf(patterns.cases, askedOf({ ...question, view, page: 1 }))}
          aria-current={view === question.view ? 'page' : undefined}
        >
          {`${t(`caseDesk:view.${view}`)} `}
          <span className="n">{formatCount(lang, n)}</span>
        </a>
      ))}
    </nav>
  )
}

function OfficeFilter({ lang, list }: Pick<CaseListPageProps, 'lang' | 'list'>) {
  const t = textsIn[lang]
  const choices = list.offices.map(({ id, name }) => ({ value: id, text: name, lang: 'vi' }))
  return (
    <form method="get" action={patterns.cases} className="case-filter">
      <input type="hidden" name="xem" value={list.question.view} />
      <SelectField
        id="don-vi"
        name="don-vi"
        label={t('caseDesk:column.office')}
        value={list.question.office}
        choices={[{ value: '', text: t('caseDesk:everyOffice') }, ...choices]}
      />
      <button type="submit">{t('caseDesk:filter')}</button>
    </form>
  )
}

function CaseTable({ lang, list, isHead }: Pick<CaseListPageProps, 'lang' | 'list'> & { isHead: boolean }) {
  const t = textsIn[lang]
  const columns = ['number', 'office', 'status', 'deadline', isHead ? 'summary' : 'handling'] as const
  return (
    <Scrolling label={t('caseDesk:title')}>
      <table className="list cases cards">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`caseDesk:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.cases.map((one) => (
            <CaseLine key={one.id} lang={lang} one={one} isHead={isHead} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function CaseLine({ lang, one, isHead }: { lang: Lang; one: ListedCase; isHead: boolean }) {
  const t = textsIn[lang]
  const label = (column: 'office' | 'status' | 'deadline' | 'summary' | 'handling') => ({
    'data-label': t(`caseDesk:column.${column}`),
  })
  return (
    <tr>
      <th scope="row">
        <a href={feedbackCasePath(one.id)}>{one.number}</a>
        {one.queue === 'restricted' && <small className="restricted">{t('caseDesk:restricted')}</small>}
        {one.official && <small>{t('caseDesk:official')}</small>}
      </th>
      <td {...label('office')}>
        <Vietnamese lang={lang}>{one.office}</Vietnamese>
        {one.category && <small>{t(`caseDesk:category.${one.category as 'other'}`)}</small>}
      </td>
      <td {...label('status')}>
        <StatusChip lang={lang} status={one.status} />
        {one.round === 2 && <small>{t('caseDesk:reopened')}</small>}
      </td>
      <td {...label('deadline')}>
        <DeadlineText lang={lang} deadline={one.deadline} />
        {one.receivedDay && <small>{t('caseDesk:receivedOn', { day: writtenDay(one.receivedDay) })}</small>}
      </td>
      <td {...label(isHead ? 'summary' : 'handling')}>
        {isHead ? one.summary : <Handling lang={lang} one={one} />}
      </td>
    </tr>
  )
}

function Handling({ lang, one }: { lang: Lang; one: ListedCase }) {
  if (!one.handler) return null
  return (
    <>
      {one.handler}
      <small>{one.handling || textsIn[lang]('caseDesk:cityOffice')}</small>
    </>
  )
}

function Pages({ lang, list }: Pick<CaseListPageProps, 'lang' | 'list'>) {
  const t = textsIn[lang]
  const { question, isLast } = list
  const to = (page: number) => addressOf(patterns.cases, askedOf({ ...question, page }))
  if (question.page === 1 && isLast) return null
  return (
    <nav className="views" aria-label={t('caseDesk:pages')}>
      {question.page > 1 && <a href={to(question.page - 1)}>{t('caseDesk:newer')}</a>}
      {!isLast && <a href={to(question.page + 1)}>{t('caseDesk:older')}</a>}
    </nav>
  )
}
