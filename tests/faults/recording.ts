import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** One thing the recorded process did to a file; `handle` is one opening of one file. */
export type Operation =
  | { kind: 'open'; handle: number; name: string }
  | { kind: 'write'; handle: number; at: number; bytes: Buffer }
  | { kind: 'truncate'; handle: number; size: number }
  | { kind: 'sync'; handle: number }
  | { kind: 'unlink'; name: string }
  | { kind: 'acknowledge'; number: number }

/** The directory itself, whose sync makes names durable. */
export const DIRECTORY = '.'
export const ACKNOWLEDGEMENTS = 'acknowledgements'

const HEAD = 24
/** Shared memory by another name: nothing syncs it and the first to open the database begins it anew. */
const NOT_ON_DISK = /-shm$/

/** Reads the log of record-writes.c about the files of `dir`, in the order in which they were done. */
export function readRecording(file: string, dir: string): Operation[] {
  const log = readFileSync(file)
  const handles = new Map<number, { handle: number; name: string }>()
  const operations: Operation[] = []
  let position = 0
  let opened = 0
  while (position + HEAD <= log.length) {
    const kind = log.readUInt32LE(position)
    const fd = log.readInt32LE(position + 4)
    const offset = Number(log.readBigInt64LE(position + 8))
    const length = Number(log.readBigInt64LE(position + 16))
    const bytes = log.subarray(position + HEAD, position + HEAD + length)
    position += HEAD + length
    if (kind === 1) {
      const name = nameIn(dir, bytes.toString())
      handles.set(fd, { handle: ++opened, name })
      if (isOnDisk(name)) operations.push({ kind: 'open', handle: opened, name })
    } else if (kind === 5) {
      const name = nameIn(dir, bytes.toString())
      if (isOnDisk(name)) operations.push({ kind: 'unlink', name })
    } else {
      const { handle, name } = handles.get(fd) ?? { handle: 0, name: '' }
      if (handle === 0) throw new Error(`The log writes to descriptor ${fd}, which it never opened`)
      if (name === ACKNOWLEDGEMENTS)
        operations.push({ kind: 'acknowledge', number: Number(bytes.toString()) })
      else if (isOnDisk(name)) operations.push(onFile(kind, handle, offset, bytes))
    }
  }
  if (position !== log.length) throw new Error('The log ends within an entry')
  return operations
}

/** The files of a directory that a disk keeps. */
export const namesOnDisk = (dir: string) => readdirSync(dir).filter(isOnDisk)

function onFile(kind: number, handle: number, offset: number, bytes: Buffer): Operation {
  if (kind === 2) return { kind: 'write', handle, at: offset, bytes }
  if (kind === 3) return { kind: 'truncate', handle, size: offset }
  if (kind === 4) return { kind: 'sync', handle }
  throw new Error(`The log holds an operation of kind ${kind}, which no disk model here knows`)
}

const isOnDisk = (name: string) => name !== ACKNOWLEDGEMENTS && !NOT_ON_DISK.test(name)
const nameIn = (dir: string, path: string) => (path === dir ? DIRECTORY : basename(path))
