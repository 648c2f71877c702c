import { mayGoTo } from '#app/auth/access.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { FileLinks } from '#app/exports/file-links.tsx'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { dayOf } from '../calendar/day.ts'
import { ComparedTable, ProcedureTable } from './compared-table.tsx'
import { OnTimeTwice, ShareCounted } from './counted-panel.tsx'
import { HIDDEN_NOTE, shareWords, VerdictChip } from './figure-words.tsx'
import { Nd61Section, Section766 } from './numbers-sections.tsx'
import type { PeriodForm } from './period-form.ts'
import { PeriodProblems, PeriodSwitcher } from './period-switcher.tsx'
import type { ThreeNumbers } from './three-numbers.ts'
import { numbersCsvAddress, writtenPeriod } from './written-period.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  numbers: ThreeNumbers
  refused: PeriodForm | null
  /** When the figures were read. */
  asOf: string
}

/** The three numbers that are called satisfaction, each by its own name and with how it is counted. */
export function NumbersPage({ lang, viewer, numbers, refused, asOf }: Props) {
  const t = textsIn[lang]
  const { period, definition } = numbers
  return (
    <DeskFrame place="numbers" lang={lang} viewer={viewer} asked={{ from: period.from, to: period.to }}>
      {refused && <PeriodProblems lang={lang} period={period} refused={refused} />}
      <PeriodSwitcher
        lang={lang}
        period={period}
        today={dayOf(new Date(asOf))}
        refused={refused}
        path={patterns.numbers}
      />
      <h1>{t('numbers:heading', { period: writtenPeriod(lang, period) })}</h1>
      <p className="lead">{t('numbers:about')}</p>
      <ShareSection lang={lang} numbers={numbers} />
      <Nd61Section lang={lang} numbers={numbers} mayOpen={mayGoTo('nd61', viewer.role)} />
      <Section766 lang={lang} numbers={numbers} />
      <section aria-labelledby="on-time">
        <h2 id="on-time">{t('numbers:onTime.title')}</h2>
        <OnTimeTwice lang={lang} figures={numbers.share.city} received={numbers.score766} />
        <p className="source">{t('numbers:onTime.why')}</p>
      </section>
      <FileLinks lang={lang} csv={numbersCsvAddress(period)} />
      <section className="notes">
        <ul>
          <li id={HIDDEN_NOTE} tabIndex={-1}>
            {t('staff:notes.hidden', { k: definition.minimumN })}
          </li>
          <li>{t('staff:notes.sample')}</li>
          <li>{t('staff:notes.at', { at: formatInstantInVietnam(asOf) })}</li>
        </ul>
      </section>
    </DeskFrame>
  )
}

function ShareSection({ lang, numbers }: { lang: Lang; numbers: ThreeNumbers }) {
  const t = textsIn[lang]
  const { definition, share } = numbers
  const { ratings } = share.city
  return (
    <section aria-labelledby="share">
      <h2 id="share">{t('numbers:share.title')}</h2>
      {ratings.state === 'shown' ? (
        <p className="big-number">
          <strong>{shareWords(lang, ratings).share}</strong>{' '}
          {t('staff:sentence.basis', shareWords(lang, ratings))}{' '}
          <VerdictChip lang={lang} verdict={ratings.verdict} />
        </p>
      ) : (
        <p className="big-number">{t(`staff:sentence.${ratings.state}`)}</p>
      )}
      <p>{t('numbers:share.what')}</p>
      <ShareCounted
        lang={lang}
        definition={definition}
        figures={share.city}
        leftOut={share.leftOut}
        bounds={share.bounds}
      />
      <h3>{t('numbers:compared.title')}</h3>
      <ComparedTable lang={lang} minimumN={definition.minimumN} share={share} />
      <p className="source">{t('numbers:compared.source')}</p>
      <details>
        <summary>{t('numbers:procedures.title')}</summary>
        {share.procedures ? (
          <>
            <ProcedureTable lang={lang} minimumN={definition.minimumN} procedures={share.procedures} />
            <p className="source">{t('numbers:procedures.source')}</p>
          </>
        ) : (
          <p>{t('numbers:procedures.months')}</p>
        )}
      </details>
    </section>
  )
}
