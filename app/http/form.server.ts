import type { z } from 'zod'
import { LARGEST_KIOSK_BODY } from '#app/kiosk/kiosk-api.ts'

/** The body is larger than its address takes. Status 413. */
export class BodyTooLarge extends Error {}

/** The body is no form. Status 415. */
export class NotAForm extends Error {}

export const LARGEST_FORM = 16 * 1024

/** At an administrator's desk: 22 criteria in three languages, percent-encoded, are three times as large. */
export const LARGEST_DESK_FORM = 128 * 1024

/** A file of a whole city's procedures: some thousands of lines. */
export const LARGEST_FILE = 1024 * 1024
const TAKES_A_FILE = '/quan-tri/thu-tuc'

const LARGEST_BELOW = [
  ['/quan-tri/', LARGEST_DESK_FORM],
  ['/van-phong/phan-anh/', LARGEST_DESK_FORM],
  ['/van-phong/bao-cao/', LARGEST_DESK_FORM],
  ['/api/kiosk/', LARGEST_KIOSK_BODY],
] as const

/** How many bytes a body sent to this path may have. */
export const largestFormAt = (path: string): number =>
  path === TAKES_A_FILE
    ? LARGEST_FILE
    : (LARGEST_BELOW.find(([start]) => path.startsWith(start))?.[1] ?? LARGEST_FORM)

/**
 * Reads a posted form of at most `cap` bytes, counted as they come.
 * @throws BodyTooLarge, NotAForm
 */
export async function readForm(request: Request, cap = LARGEST_FORM): Promise<URLSearchParams> {
  return (await readFormWithFile(request, cap)).form
}

/**
 * The same with the first file that was sent along, if there was one.
 * @throws BodyTooLarge, NotAForm
 */
export async function readFormWithFile(
  request: Request,
  cap: number,
): Promise<{ form: URLSearchParams; file: Uint8Array | null }> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await readBody(request, cap)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { form: new URLSearchParams(bytes.toString('utf8')), file: null }
  }
  if (!type.startsWith('multipart/form-data')) throw new NotAForm()
  const entries = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch((cause) => {
      throw new NotAForm('Not a form', { cause })
    })
  const texts = [...entries].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const file = [...entries.values()].find((value) => typeof value !== 'string')
  return {
    form: new URLSearchParams(texts),
    file: file ? new Uint8Array(await file.arrayBuffer()) : null,
  }
}

/** A body of at most `cap` bytes, counted as they come. @throws BodyTooLarge */
export async function readBody(request: Request, cap: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > cap) throw new BodyTooLarge()
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > cap) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? Buffer.from(chunks[0]) : Buffer.concat(chunks)
}

export type Parsed<T> = { value: T } | { problems: Set<string>; typed: Record<string, string> }

/** A form by its schema: its value, or the fields that are wrong together with what was typed. */
export function parseForm<T extends z.ZodType>(form: URLSearchParams, schema: T): Parsed<z.output<T>> {
  const fields = fieldsOf(form)
  const read = schema.safeParse(fields)
  if (read.success) return { value: read.data }
  const problems = new Set(read.error.issues.map((issue) => String(issue.path[0] ?? '')))
  const typed = Object.fromEntries(
    Object.entries(fields).filter((e): e is [string, string] => typeof e[1] === 'string'),
  )
  return { problems, typed }
}

/** `a=1` becomes {a:'1'}; `a[q]=x&a[q]=y` becomes {a:{q:['x','y']}} with empty marks left out. */
function fieldsOf(form: URLSearchParams): Record<string, string | Record<string, string[]>> {
  const fields = new Map<string, string | Map<string, string[]>>()
  for (const [name, value] of form) {
    const [, outer, inner] = /^([a-z_]{1,40})\[([\w-]{1,40})\]$/.exec(name) ?? []
    if (!outer || !inner) {
      fields.set(name, value)
      continue
    }
    const known = fields.get(outer)
    const group = known instanceof Map ? known : new Map<string, string[]>()
    fields.set(outer, group)
    const list = group.get(inner) ?? []
    group.set(inner, value === '' ? list : [...list, value])
  }
  return Object.fromEntries(
    [...fields].map(([name, value]) => [name, value instanceof Map ? Object.fromEntries(value) : value]),
  )
}
