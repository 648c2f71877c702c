import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { answering } from '#app/http/refusals.server.ts'

/** Every address that is not ours. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async () => {
    throw new NotFound()
  })

export const action = ({ request }: ActionFunctionArgs) => loader({ request } as LoaderFunctionArgs)
