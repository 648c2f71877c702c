import { tellPath } from '#app/paths.ts'
import type { ReceiptView } from '#app/responses/receipt-view.server.ts'
import { seeOther } from './citizen-response.server.ts'
import { type Telling, takeIn, tellForm } from './telling.server.ts'

type Context = Parameters<typeof tellForm>[1]

/** About the office that was rated; what is told keeps nothing that leads to the rating. */
const tellingOf = ({ names }: Extract<ReceiptView, { kind: 'own' }>): Telling => ({
  intent: 'phan-anh',
  city: names.city,
  about: { office: names.office },
  asked: { gui: 'phan-anh' },
})

/** The form on a receipt; who holds a receipt whose answer was replaced tells it without one. */
export async function tellAfterRating(request: Request, context: Context, view: ReceiptView) {
  return view.kind === 'own' ? tellForm(request, context, tellingOf(view)) : seeOther(tellPath('phan-anh'))
}

export async function toldAfterRating(
  request: Request,
  context: Context,
  view: ReceiptView,
  form: URLSearchParams,
): Promise<Response> {
  if (view.kind !== 'own') return seeOther(tellPath('phan-anh'))
  const { office_id } = view.response
  return takeIn(request, context, tellingOf(view), form, { officeOf: () => office_id, origin: 'rating' })
}
