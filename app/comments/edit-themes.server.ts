import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Store } from '#db/connection.ts'
import { deleteCommentTheme, listCommentThemes, saveCommentTheme } from '#db/queries/comment-themes.ts'
import { findSetting, writeSetting } from '#db/queries/settings.ts'
import type { CommentThemeRow, Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { NotFound } from '../errors.ts'
import { readsComments } from './comment-question.ts'
import { MOST_THEMES, newThemeId, type ThemeProblem, type TypedTheme, themeTyped } from './theme-form.ts'

interface Editing {
  store: Pick<Store, 'write'>
  clock: Clock
}

/**
 * Saves a theme, or adds one. Comments keep their themes until they are read again (`readComments`).
 * @throws NotFound for a theme that is none, or anybody but Văn phòng
 */
export function saveTheme(
  { store, clock }: Editing,
  viewer: Viewer,
  typed: TypedTheme,
): Promise<'saved' | ThemeProblem> {
  if (!readsComments(viewer.role)) throw new NotFound()
  return store.write(async (tx) => {
    const rows = await listCommentThemes(tx)
    const before = rows.find(({ id }) => id === typed.id)
    if (typed.id !== '' && !before) throw new NotFound()
    if (!before && rows.length >= MOST_THEMES) return 'many'
    const theme = themeTyped(typed)
    if (typeof theme === 'string') return theme
    const ids = rows.map(({ id }) => id)
    const after: CommentThemeRow = {
      id: before?.id ?? newThemeId(theme.names.vi, ids),
      position: before?.position ?? Math.max(0, ...rows.map(({ position }) => position)) + 1,
      names: JSON.stringify(theme.names),
      keywords: JSON.stringify(theme.keywords),
    }
    await saveCommentTheme(tx, after)
    await nextRevision(tx)
    await recordAudit(tx, clock, viewer, {
      action: 'comment_theme.save',
      subject: { kind: 'comment_theme', id: after.id },
      ...(before && { before: said(before) }),
      after: said(after),
    })
    return 'saved'
  })
}

/** Drops a theme and its counts. @throws NotFound for a theme that is none, or anybody but Văn phòng */
export function removeTheme({ store, clock }: Editing, viewer: Viewer, id: string): Promise<void> {
  if (!readsComments(viewer.role)) throw new NotFound()
  return store.write(async (tx) => {
    const before = (await listCommentThemes(tx)).find((row) => row.id === id)
    if (!before) throw new NotFound()
    await deleteCommentTheme(tx, id)
    await nextRevision(tx)
    await recordAudit(tx, clock, viewer, {
      action: 'comment_theme.remove',
      subject: { kind: 'comment_theme', id },
      before: said(before),
    })
  })
}

const said = ({ names, keywords }: CommentThemeRow): object => ({
  names: JSON.parse(names),
  keywords: JSON.parse(keywords),
})

async function nextRevision(tx: Tx): Promise<void> {
  const revision = Number(await findSetting(tx, 'comment_themes')) + 1
  await writeSetting(tx, 'comment_themes', String(revision))
}
