import type { ReactNode } from 'react'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { styleHash } from '#app/ui/citizen-style.server.ts'
import { ChooseIntentPage, FiledElsewherePage } from './choose-intent-page.tsx'
import style from './citizen-case.css?inline'
import { FollowPage } from './follow-page.tsx'
import { FollowedCasePage, type FollowedCasePageProps } from './followed-case-page.tsx'
import { TellPage, type TellPageProps } from './tell-page.tsx'

/** For the security policy of these pages. */
export const CASE_STYLES = [styleHash(style)]

const page = (lang: Lang, title: string, children: ReactNode) =>
  renderCitizenPage({ lang, title: `${title} · ${textsIn[lang]('frame:name')}`, style, children })

export const chooseIntentDocument = (lang: Lang, office: string) =>
  page(lang, textsIn[lang]('cases:choose.title'), <ChooseIntentPage lang={lang} office={office} />)

export const filedElsewhereDocument = (lang: Lang, intent: 'khieu-nai' | 'to-cao') =>
  page(
    lang,
    textsIn[lang](`cases:elsewhere.${intent}.title`),
    <FiledElsewherePage lang={lang} intent={intent} />,
  )

export const tellDocument = (props: TellPageProps) =>
  page(props.lang, textsIn[props.lang](`cases:form.titles.${props.intent}`), <TellPage {...props} />)

export const followDocument = (lang: Lang, typed?: string) =>
  page(lang, textsIn[lang]('cases:follow.title'), <FollowPage lang={lang} typed={typed} />)

export const followedCaseDocument = (props: FollowedCasePageProps) =>
  page(
    props.lang,
    textsIn[props.lang](`cases:followed.titles.${props.view.kind}`),
    <FollowedCasePage {...props} />,
  )
