import type { Edition } from '../../reform/edition.ts'
import { type EditionIndex, indexOf } from '../../report/edition-index.ts'
import { type InitiativeList, initiativeList } from '../../report/initiative-list.ts'
import type { SourceRef } from '../../report/source-pages.ts'
import { sitePaths } from './paths.ts'

/** A file that lies beside the pages of a plan: JSON, CSV, workbook. */
export type Download = { plan: string; file: string; bytes: Uint8Array; title: string }

/** How a page writes an address, and where its style sheet lies. */
export type Link = (from: string, to: string) => string

type AddressOf = typeof sitePaths
type Bound<F> = F extends (code: string, id: string, ...rest: infer R) => string ? (...rest: R) => string : never

/** 一つの計画の頁群 — the newest edition of a plan with what all of its pages share. */
export type PlanSite = {
  edition: Edition
  editions: Edition[]
  index: EditionIndex
  list: InitiativeList
  downloads: Download[]
  at: <K extends keyof AddressOf>(page: K, ...rest: Parameters<Bound<AddressOf[K]>>) => string
}

/** What a page needs to be drawn: its own address, links from it, and whether a form can be sent. */
export type PageContext = {
  path: string
  link: Link
  stylesheet: string
  /** known query parameters; a folder of files has none */
  chosen: Record<string, string>
  served: boolean
}

export function planSite(editions: Edition[], downloads: Download[]): PlanSite {
  const newestFirst = editions.toSorted((a, b) => b.number - a.number)
  const edition = newestFirst[0] as Edition
  const index = indexOf(edition)
  const { code } = edition.municipality
  const key = `${code}/${edition.plan}`
  return {
    edition,
    editions: newestFirst,
    index,
    list: initiativeList(index),
    downloads: downloads.filter((d) => d.plan === key),
    at: (page, ...rest) => (sitePaths[page] as (...all: unknown[]) => string)(code, edition.plan, ...rest),
  }
}

const lineOf = (s: SourceRef): number => Number(s.anchor.slice(1)) || 0

/** 出典 → links from this page to the lines, in the order of the documents. */
export function sourceLinks(site: PlanSite, context: PageContext, sources: readonly SourceRef[]) {
  const { documents } = site.edition
  const place = (s: SourceRef) => documents.findIndex((d) => d.sha256 === s.document)
  return sources
    .toSorted((a, b) => place(a) - place(b) || lineOf(a) - lineOf(b))
    .map((s) => ({
      place: s.place,
      document: documents.length > 1 ? (documents[place(s)]?.name ?? null) : null,
      href: context.link(context.path, site.at('source', s.document, s.page) + (s.anchor ? `#${s.anchor}` : '')),
    }))
}
