import { Face } from '#app/ui/face.tsx'
import { FACES } from '#app/ui/face-paths.ts'
import { HTML_LANG, LANGUAGES } from '../i18n/languages.ts'
import { formatCount } from '../i18n/numbers.ts'
import { textsIn } from '../i18n/texts.ts'
import { qrPath } from '../paths.ts'
import { type Placard, placardNumber, plainAddress } from './placard.ts'
import { PrintFrame, type PrintFrameProps } from './print-frame.tsx'

/** Placards as plain pages, to read over before printing or to print from the browser. */
export function PrintPreview({ lang, viewer, placards }: PrintFrameProps & { placards: Placard[] }) {
  const t = textsIn[lang]
  return (
    <PrintFrame lang={lang} viewer={viewer} title={t('print:preview.title')}>
      <p className="print-intro">{t('print:preview.count', { n: formatCount(lang, placards.length) })}</p>
      <div className="placards">
        {placards.map((placard) => (
          <PlacardCard
            key={placard.code}
            placard={placard}
            picture={t('print:preview.qr', { number: placardNumber(placard.number) })}
          />
        ))}
      </div>
    </PrintFrame>
  )
}

/** In Vietnamese whatever language the page is in: that is what hangs at the counter. */
function PlacardCard({ placard, picture }: { placard: Placard; picture: string }) {
  const vi = textsIn.vi
  const { site, code } = plainAddress(placard.address)
  return (
    <article className="placard" lang="vi">
      <p>{placard.cityName}</p>
      <h2>{placard.officeName}</h2>
      {placard.counterName && <p className="placard-counter">{placard.counterName}</p>}
      {LANGUAGES.map((lang) => (
        <p key={lang} lang={HTML_LANG[lang]} className={lang === 'vi' ? 'placard-sentence' : undefined}>
          {textsIn[lang]('print:placard.sentence')}
        </p>
      ))}
      <ul className="placard-faces">
        {FACES.map(({ level }) => (
          <li key={level}>
            <Face level={level} size={32} />
            {vi(`frame:level.${level}`)}
          </li>
        ))}
      </ul>
      <img src={qrPath(placard.code)} alt={picture} width="220" height="220" />
      <p className="placard-address">
        {site}
        <wbr />
        {code}
      </p>
      <p>{vi('print:placard.genuine')}</p>
      <p className="placard-foot">
        <span>{vi('print:placard.privacy')}</span>{' '}
        <b>
          {vi('print:placard.number', {
            number: placardNumber(placard.number),
            revision: placard.revision,
          })}
        </b>
      </p>
    </article>
  )
}
