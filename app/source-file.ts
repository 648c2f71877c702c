import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The full path of a source file of this repository, given from its root ("app/…"), as a thread of its own is
 * started from it. The root is found upwards from here: a build may put this module at any depth.
 */
export function sourceFile(path: string): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`No package.json above ${import.meta.dirname}`)
    folder = dirname(folder)
  }
  return join(folder, path)
}
