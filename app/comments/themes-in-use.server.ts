import { isReadOtherwise } from '#db/queries/comments.ts'
import type { Db } from '#db/schema.ts'
import { readingNow } from './keep-comment.server.ts'
import type { Theme } from './theme.ts'

/** The themes there are, and whether some comments still have to be read by them. */
export async function themesInUse(db: Db): Promise<{ themes: Theme[]; isReading: boolean }> {
  const { id, themes } = await readingNow(db)
  return { themes: [...themes], isReading: await isReadOtherwise(db, id) }
}
