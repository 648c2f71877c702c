import { isDay, type Month } from '../../calendar/day.ts'

/** Who may say that an office's work changed, so that its charts begin anew: never the office that is measured. */
export const mayDeclare = ({ role, mayChange }: { role: string; mayChange: boolean }): boolean =>
  role === 'city_office' && mayChange

export const LONGEST_REASON = 300
const SHORTEST_REASON = 5

export type ChangeProblem = 'not_a_month' | 'still_to_come' | 'already_declared' | 'no_reason' | 'too_long'

export interface RefusedChange {
  problems: { month?: ChangeProblem; reason?: ChangeProblem }
  typed: { month: string; reason: string }
}

/** What the form says, or what is wrong at which field; `now` is the month it is. */
export function readChange(
  form: URLSearchParams,
  now: Month,
): { month: Month; reason: string } | RefusedChange {
  const typed = {
    month: (form.get('month') ?? '').trim().slice(0, 20),
    reason: (form.get('reason') ?? '').trim().slice(0, 2_000),
  }
  const problems = {
    ...(isDay(`${typed.month}-01`) ? {} : { month: 'not_a_month' as const }),
    ...(isDay(`${typed.month}-01`) && typed.month > now ? { month: 'still_to_come' as const } : {}),
    ...([...typed.reason].length < SHORTEST_REASON ? { reason: 'no_reason' as const } : {}),
    ...([...typed.reason].length > LONGEST_REASON ? { reason: 'too_long' as const } : {}),
  }
  return Object.keys(problems).length > 0 ? { problems, typed } : typed
}
