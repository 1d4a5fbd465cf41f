import type { Generated } from 'kysely'

/** The tables that are asked by name; those of the record are read and written by the descriptions in nouns/. */
export interface Schema {
  municipality: { municipality: string; name: string; reading: string | null }
  section: { municipality: string; name: string; valid_from: string; valid_to: string | null; successors: string[] }
  plan_family: { municipality: string; id: string; stated_code: string | null; stated_name: string | null; fiscal_year: number | null }
  plan: {
    municipality: string
    family: string
    id: string
    position: number
    title: string
    kind: string | null
    parent: string | null
    period_from: number | null
    period_to: number | null
  }
  document: {
    municipality: string
    sha256: string
    name: string
    kind: string
    read_at: Date
    layouts: string[]
    accounting: unknown
    checks: unknown
    unread: unknown
  }
  document_content: { municipality: string; sha256: string; bytes: Uint8Array; lines: unknown }
  plan_family_document: { municipality: string; family: string; sha256: string }
  source: {
    municipality: string
    family: string
    owner: string
    field: string
    nth: number
    document: string
    place: string
    guessed: boolean
  }
  edition: {
    municipality: string
    family: string
    number: number
    plan: string
    title: string
    fiscal_year: number | null
    published_at: Date
    published_by: string
    hash: string
  }
  edition_content: { municipality: string; family: string; number: number; content: unknown }
  audit: {
    municipality: string
    number: Generated<string>
    at: Date
    by: string
    why: string | null
    table: string
    act: string
    key: unknown
    before: unknown
    after: unknown
  }
}
