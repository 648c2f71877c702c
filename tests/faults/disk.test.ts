import { expect, test } from 'vitest'
import { Random } from '#scripts/demo-city/random.ts'
import { Disk, type Variant } from './disk.ts'
import { DIRECTORY, type Operation } from './recording.ts'

const SECTORS = 64
const random = () => new Random('disk')
const page = (byte: number) => Buffer.alloc(SECTORS * 512, byte)
const after = (disk: Disk, variant: Variant, name = 'a') => disk.afterCut(variant, random()).get(name)

function aDisk(operations: Operation[]): Disk {
  const disk = new Disk(new Map([['a', page(1)]]))
  for (const operation of [{ kind: 'open', handle: 1, name: 'a' } as const, ...operations])
    disk.apply(operation)
  return disk
}

test('what was synced survives, what was not may', () => {
  const disk = aDisk([
    { kind: 'write', handle: 1, at: 0, bytes: Buffer.from('synced') },
    { kind: 'sync', handle: 1 },
    { kind: 'write', handle: 1, at: 0, bytes: Buffer.from('maybe!') },
  ])
  expect(after(disk, 'none')?.subarray(0, 6).toString()).toBe('synced')
  expect(after(disk, 'all')?.subarray(0, 6).toString()).toBe('maybe!')
  expect(disk.pending).toBe(1)
})

test('a torn write leaves old and new sectors, each whole', () => {
  const torn = after(aDisk([{ kind: 'write', handle: 1, at: 0, bytes: page(2) }]), 'torn')
  const sectors = Array.from(
    { length: SECTORS },
    (_, at) => new Set(torn?.subarray(at * 512, at * 512 + 512)),
  )
  expect(sectors.every((bytes) => bytes.size === 1)).toBe(true)
  expect(new Set(sectors.map(([byte]) => byte))).toEqual(new Set([1, 2]))
})

test('some whole writes survive, whatever their order', () => {
  const writes = Array.from({ length: 100 }, (_, at): Operation => {
    return { kind: 'write', handle: 1, at: at * 4, bytes: Buffer.alloc(4, 2) }
  })
  const some = after(aDisk(writes), 'some')
  const kept = Array.from({ length: 100 }, (_, at) => some?.subarray(at * 4, at * 4 + 4).toString('hex'))
  expect(new Set(kept)).toEqual(new Set(['01010101', '02020202']))
})

test('a file cut short and grown again reads as zeros', () => {
  const disk = aDisk([
    { kind: 'truncate', handle: 1, size: 1 },
    { kind: 'truncate', handle: 1, size: 3 },
  ])
  expect(after(disk, 'all')).toEqual(Buffer.from([1, 0, 0]))
  expect(after(disk, 'none')).toEqual(page(1))
})

test('a name is made and taken away for good by the sync of its directory only', () => {
  const disk = aDisk([
    { kind: 'open', handle: 2, name: 'b' },
    { kind: 'write', handle: 2, at: 0, bytes: Buffer.from('b') },
    { kind: 'sync', handle: 2 },
    { kind: 'unlink', name: 'a' },
  ])
  expect([...disk.afterCut('none', random()).keys()]).toEqual(['a'])
  expect([...disk.afterCut('all', random()).keys()]).toEqual(['b'])
  disk.apply({ kind: 'open', handle: 3, name: DIRECTORY })
  disk.apply({ kind: 'sync', handle: 3 })
  expect(disk.afterCut('none', random())).toEqual(new Map([['b', Buffer.from('b')]]))
  expect(disk.pending).toBe(0)
})

test('a file made anew under an old name has nothing of the old one', () => {
  const disk = aDisk([
    { kind: 'unlink', name: 'a' },
    { kind: 'open', handle: 2, name: 'a' },
    { kind: 'write', handle: 2, at: 0, bytes: Buffer.from('new') },
  ])
  expect(after(disk, 'all')?.toString()).toBe('new')
  expect(after(disk, 'none')).toEqual(page(1))
})
