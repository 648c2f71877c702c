import { type KeptPage, KeptPages, keepPage } from '#app/http/kept-page.server.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { UsableInvitation } from '#app/invitations/invitation-to-rate.server.ts'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { RatingPage } from './rating-page.tsx'
import type { Level } from './survey-response.ts'

/** Where a kept page's own submission goes; as long as a UUID. */
const MARK = '00000000-0000-0000-0000-000000000000'

const kept = new KeptPages()

export interface Shown {
  submission: string
  problem?: 'level' | 'tooMany'
  chosen?: Level
}

/** The rating page as a whole document. */
export function ratingDocument(invitation: UsableInvitation, lang: Lang, shown: Shown): string {
  const { city_name, office_name, counter_name, stage, placard_number, officeClosed, countsFor } = invitation
  return renderCitizenPage({
    lang,
    title: textsIn[lang]('citizen:rate.title', { office: office_name }),
    children: (
      <RatingPage
        lang={lang}
        cityName={city_name}
        officeName={office_name}
        counterName={counter_name}
        stage={stage}
        placardNumber={placard_number > 0 ? placard_number : null}
        countsFor={officeClosed ? countsFor.name : null}
        {...shown}
      />
    ),
  })
}

/** The same, kept by what stands on it: all codes whose pages read alike share one, only the submission differs. */
export function ratingPageOf(invitation: UsableInvitation, lang: Lang): KeptPage {
  const { city_name, office_name, counter_name, stage, placard_number, officeClosed, countsFor } = invitation
  const key = JSON.stringify([
    lang,
    city_name,
    office_name,
    counter_name,
    stage,
    placard_number,
    officeClosed && countsFor.name,
  ])
  return kept.page(key, () => keepPage(ratingDocument(invitation, lang, { submission: MARK }), MARK))
}
