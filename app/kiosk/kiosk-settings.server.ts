import { addMonths, type Day, dayOf, firstDayOf, lastDayOf, monthOf } from '#app/calendar/day.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { printedAddress, qrModules } from '#app/invitations/qr.server.ts'
import { countsInHeadline, indexDefinitionOf } from '#app/statistics/index-definition.ts'
import { levelCountsOf, satisfiedOf, totalOf } from '#app/statistics/level-counts.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import { listIndexDefinitions } from '#db/queries/index-definitions.ts'
import { findStandingCodeAt, type PlacedDevice } from '#db/queries/kiosk-devices.ts'
import { sumLevelsByOfficeInMonths } from '#db/queries/level-counts.ts'
import type { Db } from '#db/schema.ts'
import type { KioskSettings, Texts } from './kiosk-api.ts'
import { reasonsQuestion } from './kiosk-reasons.ts'

/** A month's figure is shown when nothing of it can change any more. */
const CHANGEABLE_DAYS = 8
const MONTHS = 12
/** Fewer ratings say too little to people in a hall. */
const FEWEST_RATINGS = 30

/** What a tablet shows, as of now: where it stands, what it asks, where to go on, how the office does. */
export async function kioskSettings(
  db: Db,
  origin: string,
  device: PlacedDevice,
  now: Date,
): Promise<KioskSettings> {
  const today = dayOf(now)
  const office = { survey_version_id: null, office_id: device.office_id, day: today }
  const [survey, code, share] = await Promise.all([
    surveyOf(db, office),
    findStandingCodeAt(db, device.office_id, device.counter_id),
    publicShare(db, device.office_id, today),
  ])
  const asked = survey && reasonsQuestion(survey)
  return {
    city: alike(device.city_name),
    office: alike(device.office_name),
    counter: alike(device.counter_name),
    placard_number: code?.counter_id ? code.placard_number : null,
    question: inAll((lang) => textsIn[lang]('citizen:rate.question.unstated')),
    levels: { 1: levelTexts(1), 2: levelTexts(2), 3: levelTexts(3), 4: levelTexts(4), 5: levelTexts(5) },
    reasons: asked
      ? { question: asked.text, options: asked.options.map(({ id, text }) => ({ id, text })) }
      : null,
    phone: code ? phoneWay(printedAddress(origin, code.lookup)) : null,
    share,
  }
}

const inAll = (say: (lang: keyof Texts) => string): Texts =>
  Object.fromEntries(LANGUAGES.map((lang) => [lang, say(lang)])) as unknown as Texts

const alike = (name: string): Texts => inAll(() => name)
const levelTexts = (level: 1 | 2 | 3 | 4 | 5): Texts => inAll((lang) => textsIn[lang](`frame:level.${level}`))

/** A QR as the least of drawing: each run of dark modules in a row is one rectangle of a path. */
function phoneWay(address: string): KioskSettings['phone'] {
  const { size, isDark } = qrModules(address)
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y) || isDark(x - 1, y)) continue
      let run = 1
      while (x + run < size && isDark(x + run, y)) run += 1
      path += `M${x} ${y}h${run}v1h-${run}z`
    }
  }
  return { address, qr: { size, path } }
}

/** The office's own share over the last twelve whole months that nothing can change any more. */
async function publicShare(db: Db, officeId: string, today: Day): Promise<KioskSettings['share']> {
  const settled = Number(today.slice(8)) > CHANGEABLE_DAYS ? 1 : 2
  const last = addMonths(monthOf(today), -settled)
  const first = addMonths(last, 1 - MONTHS)
  const [definitions, sums] = await Promise.all([
    listIndexDefinitions(db),
    sumLevelsByOfficeInMonths(db, first, last),
  ])
  const row = definitions.find(({ valid_from }) => valid_from <= today)
  if (!row) return null
  const definition = indexDefinitionOf(row)
  const counted = sums
    .filter((sum) => sum.office_id === officeId && countsInHeadline(definition, sum.trust, sum.stage))
    .map(levelCountsOf)
  const ratings = counted.reduce((n, counts) => n + totalOf(counts), 0)
  const satisfied = counted.reduce((n, counts) => n + satisfiedOf(counts, definition.satisfiedLevels), 0)
  if (ratings < Math.max(FEWEST_RATINGS, definition.minimumN)) return null
  return { satisfied: satisfied / ratings, ratings, from: firstDayOf(first), to: lastDayOf(last) }
}
