import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Db } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { dayOf } from '../calendar/day.ts'
import { NotFound } from '../errors.ts'
import type { Lang } from '../i18n/languages.ts'
import { publicationCsv, publicationJson } from './exported-publication.ts'
import { publicationOf } from './publication.server.ts'
import { linesOf, type Publication } from './publication.ts'
import { resultsDocument } from './results-document.server.tsx'

const FRESH_MS = 60_000

/** A page or file as it is sent, with the tag by which a browser asks whether it changed. */
export interface Kept {
  plain: Buffer
  gzip: Buffer
  tag: string
}

interface Edition {
  publication: Publication
  /** Its figures in one text: two editions with the same one are the same. */
  written: string
  updatedAt: string
  readAt: number
  kept: Map<string, Kept>
}

/** Everything public, kept in memory: figures are read once a minute at most, pages made once while they stay. */
export class PublicResults {
  readonly #db: Db
  readonly #clock: Clock
  #edition: Edition | null = null
  #reading: Promise<Edition> | null = null

  constructor(db: Db, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** The city's page, or that of an office. @throws NotFound for an office that no published month has */
  async page(lang: Lang, office: string | null): Promise<Kept> {
    const edition = await this.#current()
    return kept(edition, `${lang}/${office ?? ''}`, () => {
      const { publication, updatedAt } = edition
      const isKnown = office === null || linesOf(publication, office).some(({ line }) => line)
      if (!isKnown) throw new NotFound()
      return resultsDocument({ lang, publication, office, updatedAt })
    })
  }

  /** The open data of all months and places. */
  async file(kind: 'json' | 'csv'): Promise<Kept> {
    const edition = await this.#current()
    return kept(edition, kind, () =>
      kind === 'csv'
        ? publicationCsv(edition.publication)
        : publicationJson(edition.publication, edition.updatedAt),
    )
  }

  /** However many ask at once, one of them reads. */
  async #current(): Promise<Edition> {
    const now = this.#clock.now().getTime()
    if (this.#edition && Math.abs(now - this.#edition.readAt) < FRESH_MS) return this.#edition
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #read(): Promise<Edition> {
    const now = this.#clock.now()
    const publication = await publicationOf(this.#db, dayOf(now))
    const written = JSON.stringify(publication)
    const readAt = now.getTime()
    const before = this.#edition
    this.#edition =
      before?.written === written
        ? { ...before, readAt }
        : { publication, written, readAt, updatedAt: now.toISOString(), kept: new Map() }
    return this.#edition
  }
}

function kept(edition: Edition, key: string, make: () => string): Kept {
  const found = edition.kept.get(key)
  if (found) return found
  const plain = Buffer.from(make())
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const made = { plain, gzip: gzipSync(plain, { level: 9 }), tag }
  edition.kept.set(key, made)
  return made
}
