import { textsIn } from '#app/i18n/texts.ts'
import charts from '#app/ui/charts.css?inline'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { styleHash } from '#app/ui/citizen-style.server.ts'
import own from './publication.css?inline'
import { ResultsPage, type ResultsPageProps } from './results-page.tsx'

const style = charts + own

/** For the security policy of these pages. */
export const RESULTS_STYLES = [styleHash(style)]

export const resultsDocument = (props: ResultsPageProps): string =>
  renderCitizenPage({
    lang: props.lang,
    title: `${textsIn[props.lang]('publication:title')} · ${textsIn[props.lang]('frame:name')}`,
    style,
    children: <ResultsPage {...props} />,
  })
