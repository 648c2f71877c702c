import type { ReactNode } from 'react'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatCount, formatShareRange } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { Vietnamese } from '#app/ui/vietnamese.tsx'
import { HiddenFigure, shareWords } from '../figure-words.tsx'
import type { ShareFigure } from '../rating-figure.ts'
import { ON_TIME_PERCENT } from '../targets.ts'
import { officeFiguresCsvAddress } from '../written-period.ts'
import { writtenShare } from '../written-share.ts'
import type { OfficeHead } from './office-desk.ts'
import type { ReleasedDivisions } from './released-divisions.ts'

interface Props {
  lang: Lang
  head: OfficeHead
  figures: ReleasedDivisions
}

/** A month's released ratings by procedure, channel and respondent, beside the dossiers returned. */
export function ReleasedParts({ lang, head, figures }: Props) {
  const t = textsIn[lang]
  const { procedures, channels, respondents, n } = figures
  const csv = (table: string) => officeFiguresCsvAddress(head.office.id, head.period, table)
  const ratings = t('staff:offices.ratings')
  const dossiers = [t('staff:offices.returned'), t('staff:offices.onTime')]
  return (
    <section className="breakdowns" aria-labelledby="procedures">
      <h2 id="procedures">{t('desk:procedures.title')}</h2>
      <p>{t('released:apartNow', { n: formatCount(lang, n) })}</p>
      <Parts
        title={t('released:byProcedure')}
        heads={[...dossiers, ratings, t('released:verifiedShare')]}
        lines={procedures.map((line) => ({
          id: line.id,
          name: line.name ? (
            <>
              <Vietnamese lang={lang}>{line.name}</Vietnamese> <small>{line.code}</small>
            </>
          ) : (
            t('desk:procedures.unknown')
          ),
          cells: [
            ...dossierCells(lang, line),
            <Told key="n" lang={lang} n={line.n} />,
            share(lang, line.share),
          ],
        }))}
      />
      <p className="source">{t('released:shareRule', { k: head.definition.minimumN })}</p>
      <FileLinks lang={lang} csv={csv('thu-tuc')} />
      <Parts
        title={t('released:byChannel')}
        heads={[...dossiers, ratings]}
        lines={channels.map((line) => ({
          id: line.id,
          name: t(`desk:procedures.channel.${line.id}`),
          cells: [...dossierCells(lang, line), <Told key="n" lang={lang} n={line.n} />],
        }))}
      />
      <FileLinks lang={lang} csv={csv('kenh')} />
      <Parts
        title={t('released:byRespondent')}
        heads={[ratings]}
        lines={respondents.map(({ id, n: told }) => ({
          id,
          name: t(`desk:kinds.value.${id}`),
          cells: [<Told key="n" lang={lang} n={told} />],
        }))}
      />
      <FileLinks lang={lang} csv={csv('nguoi')} />
    </section>
  )
}

const dossierCells = (
  lang: Lang,
  { returned, onTime }: { returned: number; onTime: number },
): ReactNode[] => [formatCount(lang, returned), writtenShare(lang, onTime, returned, ON_TIME_PERCENT)]

function Told({ lang, n }: { lang: Lang; n: number | null }) {
  return n === null ? <HiddenFigure lang={lang} /> : formatCount(lang, n)
}

function share(lang: Lang, figure: ShareFigure): ReactNode {
  if (figure.state === 'none') return ''
  if (figure.state === 'hidden') return <HiddenFigure lang={lang} />
  return (
    <>
      <strong>{shareWords(lang, figure).share}</strong> ({formatShareRange(lang, figure.lower, figure.upper)})
    </>
  )
}

interface PartsProps {
  title: string
  heads: string[]
  lines: { id: string; name: ReactNode; cells: ReactNode[] }[]
}

function Parts({ title, heads, lines }: PartsProps) {
  return (
    <Scrolling label={title}>
      <table className="breakdown numbers">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
