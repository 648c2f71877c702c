import { binomialAtMost, type Counted } from '../../statistics/binomial.ts'
import { fisherLess } from '../../statistics/fisher.ts'
import type { PlaceFigures } from '../overview.ts'
import { ON_TIME_PERCENT } from '../targets.ts'
import type { Concern } from './concern.ts'

/** A fall has to be worth a visit too: with many answers chance explains next to nothing. */
const LEAST_FALL = { share: 0.01, ofAnswers: 0.2 }
/** Less than half of what the rest of the city has. */
const FEW = 0.5

interface Test {
  p: number
  concern: Concern
}

/** What can be said of an office from two periods of equal length: every test that was possible, with its p. */
export function periodTests(now: PlaceFigures, before: PlaceFigures | null, city: PlaceFigures): Test[] {
  return [...againstTargets(now), ...againstBefore(now, before), ...againstOthers(now, city)]
}

const satisfiedIn = ({ ratings }: PlaceFigures): Counted | null =>
  ratings.state === 'shown' ? { k: ratings.satisfied, n: ratings.n } : null
const onTimeIn = ({ onTime, returned }: PlaceFigures): Counted | null =>
  returned > 0 ? { k: onTime, n: returned } : null
const ratedIn = ({ rated, returned }: PlaceFigures): Counted | null =>
  rated !== null && returned > 0 ? { k: rated, n: returned } : null

function againstTargets(now: PlaceFigures): Test[] {
  const onTime = onTimeIn(now)
  if (!onTime) return []
  const p = binomialAtMost(onTime.k, onTime.n, ON_TIME_PERCENT / 100)
  return [{ p, concern: { kind: 'below_on_time', now: onTime } }]
}

function againstBefore(now: PlaceFigures, before: PlaceFigures | null): Test[] {
  if (!before) return []
  const fell = (
    measure: 'satisfied' | 'on_time' | 'rated',
    of: (f: PlaceFigures) => Counted | null,
  ): Test[] => {
    const [here, there] = [of(now), of(before)]
    if (!here || !there || here.n === 0 || there.n === 0) return []
    const isWorth =
      measure === 'rated'
        ? here.k / here.n <= (1 - LEAST_FALL.ofAnswers) * (there.k / there.n)
        : there.k / there.n - here.k / here.n >= LEAST_FALL.share
    const concern: Concern = { kind: 'fell', measure, now: here, before: there }
    return [{ p: isWorth ? fisherLess(here, there) : 1, concern }]
  }
  return [
    ...fell('satisfied', satisfiedIn),
    ...fell('on_time', onTimeIn),
    ...fell('rated', ratedIn),
    ...fewerAnswers(now, before),
  ]
}

/** Of all answers of two periods, those of the second should be its part of the dossiers returned. */
function fewerAnswers(now: PlaceFigures, before: PlaceFigures): Test[] {
  const [here, there] = [satisfiedIn(now), satisfiedIn(before)]
  if (!here || !there || now.returned === 0 || before.returned === 0) return []
  const expected = now.returned / (now.returned + before.returned)
  const isWorth = here.n / now.returned <= (1 - LEAST_FALL.ofAnswers) * (there.n / before.returned)
  const concern: Concern = {
    kind: 'fewer',
    now: { k: here.n, n: now.returned },
    before: { k: there.n, n: before.returned },
  }
  return [{ p: isWorth ? binomialAtMost(here.n, here.n + there.n, expected) : 1, concern }]
}

function againstOthers(now: PlaceFigures, city: PlaceFigures): Test[] {
  return [...fewAnswers(now, city), ...everybodySatisfied(now, city)]
}

function othersOf(of: (f: PlaceFigures) => Counted | null, now: PlaceFigures, city: PlaceFigures) {
  const [here, all] = [of(now), of(city)]
  if (!here || !all || all.n <= here.n || all.k < here.k) return null
  return { here, others: { k: all.k - here.k, n: all.n - here.n } }
}

function fewAnswers(now: PlaceFigures, city: PlaceFigures): Test[] {
  const known = othersOf(ratedIn, now, city)
  if (!known) return []
  const { here, others } = known
  const isFew = here.k / here.n < FEW * (others.k / others.n)
  return [{ p: isFew ? fisherLess(here, others) : 1, concern: { kind: 'few', now: here, others } }]
}

/** Nobody unsatisfied among so many, where elsewhere some are (statistics.md 5). */
function everybodySatisfied(now: PlaceFigures, city: PlaceFigures): Test[] {
  const known = othersOf(satisfiedIn, now, city)
  if (!known || known.here.n === 0) return []
  const { here, others } = known
  const unsatisfied = ({ k, n }: Counted): Counted => ({ k: n - k, n })
  const p = here.k === here.n ? fisherLess(unsatisfied(here), unsatisfied(others)) : 1
  return [{ p, concern: { kind: 'perfect', now: here, others } }]
}
