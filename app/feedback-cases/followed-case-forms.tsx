import { writtenDay } from '#app/calendar/day.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LONGEST_NOTE } from './feedback-case.ts'
import type { FollowedCasePageProps } from './followed-case-page.tsx'
import { Part } from './tell-fields.tsx'

/** What the citizen may still say or ask for, each in a form of its own. */
export function CitizenSays(props: FollowedCasePageProps) {
  const { view } = props
  return (
    <>
      {view.mayRate && <HandledWell {...props} />}
      {view.reopenUntil !== null && <Reopen {...props} until={view.reopenUntil} />}
      {view.contact !== 'none' && <ContactKept {...props} />}
    </>
  )
}

function HandledWell({ lang, view }: FollowedCasePageProps) {
  const t = textsIn[lang]
  return (
    <section id="danh-gia" className="card">
      {view.handledWell && <p>{t(`cases:followed.rated.${view.handledWell}`)}</p>}
      <form method="post" className="part">
        <input type="hidden" name="intent" value="danh-gia" />
        <fieldset>
          <legend>{t('cases:followed.well')}</legend>
          <div className="yes-no">
            {(['yes', 'no'] as const).map((well) => (
              <label key={well} className="choice">
                <input
                  type="radio"
                  name="well"
                  value={well}
                  required
                  defaultChecked={view.handledWell === well}
                />
                {t(`cases:followed.${well}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="save">
          {t('cases:followed.sendRating')}
        </button>
      </form>
    </section>
  )
}

function Reopen({ lang, wrong, typed, until }: FollowedCasePageProps & { until: string }) {
  const t = textsIn[lang]
  return (
    <details id="mo-lai" open={wrong === 'reason' || undefined}>
      <summary className="question">{t('cases:followed.reopen')}</summary>
      <form method="post" className="card" encType="multipart/form-data">
        <input type="hidden" name="intent" value="mo-lai" />
        <Part
          id="reason"
          label={t('cases:followed.reopenReason')}
          hint={t('cases:followed.reopenHint', { day: writtenDay(until) })}
          problem={wrong === 'reason' ? t('cases:followed.reasonWrong') : undefined}
        >
          {(marks) => (
            <textarea
              {...marks}
              name="reason"
              rows={4}
              maxLength={LONGEST_NOTE}
              required
              defaultValue={typed}
            />
          )}
        </Part>
        <button type="submit" className="save">
          {t('cases:followed.sendReopen')}
        </button>
      </form>
    </details>
  )
}

function ContactKept({ lang, view }: FollowedCasePageProps) {
  const t = textsIn[lang]
  const kept = view.contact === 'kept'
  return (
    <section className="card">
      <h2>{t('cases:followed.contact')}</h2>
      <p>
        {kept
          ? t('cases:followed.contactKept', { days: view.contactDays })
          : t('cases:followed.contactDeleted')}
      </p>
      {kept && (
        <form method="post">
          <input type="hidden" name="intent" value="xoa-lien-he" />
          <button type="submit" className="save">
            {t('cases:followed.deleteContact')}
          </button>
        </form>
      )}
    </section>
  )
}
