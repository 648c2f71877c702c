import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf, writtenDay } from '#app/calendar/day.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { feedbackCasePath, patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import type { ListedPublicAnswer } from './public-answer.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  answers: ListedPublicAnswer[]
}

const COLUMNS = ['number', 'office', 'question', 'status'] as const

/** Every text for the public, those that wait for a second look first. */
export function PublicAnswersPage({ lang, viewer, answers }: Props) {
  const t = textsIn[lang]
  const title = t('caseDesk:public.list')
  return (
    <DeskFrame lang={lang} viewer={viewer} place="cases">
      <p>
        <a className="back" href={patterns.cases}>
          {t('caseDesk:back')}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="quiet">{t('caseDesk:public.what')}</p>
      {answers.length === 0 ? (
        <p className="empty">{t('caseDesk:public.none')}</p>
      ) : (
        <>
          <Scrolling label={title}>
            <table className="list cases">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(column === 'question' ? 'caseDesk:public.question' : `caseDesk:column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answers.map((one) => (
                  <Line key={one.caseId} lang={lang} one={one} />
                ))}
              </tbody>
            </table>
          </Scrolling>
          <FileLinks lang={lang} csv={patterns.publicAnswersCsv} />
        </>
      )}
    </DeskFrame>
  )
}

function Line({ lang, one }: { lang: Lang; one: ListedPublicAnswer }) {
  const t = textsIn[lang]
  const at = one.withdrawnAt || one.publishedAt || one.proposedAt
  return (
    <tr>
      <th scope="row">
        <a href={`${feedbackCasePath(one.caseId)}#public`}>{one.number}</a>
      </th>
      <td>
        <Vietnamese lang={lang}>{one.office}</Vietnamese>
      </td>
      <td>
        <Vietnamese lang={lang}>{one.question}</Vietnamese>
      </td>
      <td>
        {t(`caseDesk:public.status.${one.status}`)}
        <small>{writtenDay(dayOf(new Date(at)))}</small>
      </td>
    </tr>
  )
}
