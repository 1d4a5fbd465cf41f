import { createHash } from 'node:crypto'
import { checkRecord } from '../evaluate/check-record.ts'
import { pointer } from '../publish/json-pointer.ts'
import { formatOf, notARecordText, parseEdition, parseRecord } from '../publish/json-reading.ts'
import { type WrongReference, wrongReference } from '../publish/json-references.ts'
import type { Edition } from '../reform/edition.ts'
import { type Accounting, type DocumentRecord, emptyRecord, type Places, type ReformRecord } from '../reform/record.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

/** A JSON that is no record of ours; `why` says in words what was found. */
export type NotInterchange = { kind: 'not-interchange'; why: string }
type Lines = { at: string; text: string }[]
type Said = { document: DocumentRecord; lines: Lines }

/** 交換形式の読み取り — kaikaku/1, or the record of a kaikaku-edition/1, becomes a document again; the file itself is its source. */
export function readInterchange(json: string, file: { name: string; bytes: Uint8Array }): Result<Said, NotInterchange> {
  const format = formatOf(json)
  const read = format === 'kaikaku-edition/1' ? fromEdition(json) : fromRecord(json, format)
  if (!read.ok) return read
  const wrong = wrongReference(read.value.document)
  if (wrong) return refused(WRONG[wrong.is](wrong))
  const { document, lines } = withPlaces(read.value)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const checks = document.checks.length > 0 ? document.checks : checkRecord(document, document.at)
  return ok({
    // its own name and hash, and not those of the document it was read from: the store keeps these bytes under them
    document: { ...document, document: { name: file.name, sha256, kind: 'txt', layouts: document.document.layouts }, checks },
    lines,
  })
}

const refused = (why: string) => no({ kind: 'not-interchange' as const, why })
const WRONG: Record<WrongReference['is'], (wrong: WrongReference) => string> = {
  missing: ({ at, id }) => `${at} が指す識別子「${id}」が、この JSON の中にありません。`,
  double: ({ at, id }) => `識別子「${id}」が二度使われています（${at}）。`,
  circle: ({ at, id }) => `「${id}」が自分自身の下に置かれています（${at}）。`,
}

function fromRecord(json: string, format: string | null): Result<Said, NotInterchange> {
  if (format !== null && format !== 'kaikaku/1') return refused(`形式が「${format}」です。読めるのは kaikaku/1 と kaikaku-edition/1 です。`)
  if (
    json.trim().split('\n').length > 1 &&
    json
      .trim()
      .split('\n')
      .every((line) => formatOf(line) === 'kaikaku/1')
  )
    return refused('一つのファイルに記録が幾つも入っています。一行を一つのファイルに分けて指定してください。')
  const read = parseRecord(json)
  return read.ok ? ok({ document: read.value, lines: [] }) : refused(notARecordText(read.problem))
}

/** An edition was read from several documents: their texts stand one after the other, each place with the name of its document. */
function fromEdition(json: string): Result<Said, NotInterchange> {
  const read = parseEdition(json)
  if (!read.ok) return refused(notARecordText(read.problem))
  const { record, sources, documents, checks } = read.value
  const place = placeIn(read.value)
  const at: Places = {}
  for (const source of sources) at[source.pointer] = [...(at[source.pointer] ?? []), place(source.document, source.place)]
  const marked = (key: 'lines' | 'unread'): Lines =>
    documents.flatMap((document) => document[key].map(({ at, text }) => ({ at: place(document.sha256, at), text })))
  const document: DocumentRecord = {
    format: 'kaikaku/1',
    document: { name: '', sha256: '', kind: 'txt', layouts: [...new Set(documents.flatMap(({ layouts }) => layouts))] },
    ...record,
    municipality: record.municipality.code === null ? { ...read.value.municipality } : record.municipality,
    checks,
    unread: marked('unread'),
    accounting: together(documents.map(({ accounting }) => accounting)),
    guesses: [...new Set(sources.filter(({ guessed }) => guessed).map((source) => source.pointer))],
    at,
  }
  return ok({ document, lines: marked('lines') })
}

function placeIn({ documents }: Edition): (sha256: string, place: string) => string {
  const names = new Map(documents.map(({ sha256, name }) => [sha256, name]))
  return (sha256, place) => `${names.get(sha256) ?? sha256} ${place}`
}

const together = (all: readonly Accounting[]): Accounting =>
  all.reduce(
    (sum, one) => ({
      characters: sum.characters + one.characters,
      fields: sum.fields + one.fields,
      prose: sum.prose + one.prose,
      boilerplate: sum.boilerplate + one.boilerplate,
      unread: sum.unread + one.unread,
    }),
    { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  )

/** A JSON without places is its own source: each value stands at its pointer. The places become the lines that pages show. */
function withPlaces({ document, lines }: Said): Said {
  const at: Places = { ...document.at }
  const isItsOwnSource = Object.keys(at).length === 0
  const texts = new Map<string, string[]>()
  const walk = (value: unknown, key: string): void => {
    if (value === null || typeof value === 'boolean' || REFERENCE.test(key)) return
    if (typeof value === 'object') {
      for (const [inside, item] of Object.entries(value)) walk(item, pointer(key, inside))
      return
    }
    if (isItsOwnSource) at[key] = [key]
    for (const place of at[key] ?? []) texts.set(place, [...(texts.get(place) ?? []), String(value)])
  }
  const keys = Object.keys(emptyRecord()) as (keyof ReformRecord)[]
  for (const key of keys) walk(document[key], `/${key}`)
  const known = new Set(lines.map((line) => line.at))
  const said = [...texts].filter(([place]) => !known.has(place)).map(([place, all]) => ({ at: place, text: all.join('\t') }))
  return { document: { ...document, at }, lines: [...lines, ...said] }
}

const REFERENCE = /\/(id|plan|node|parent|reports\/\d+\/parts\/\d+|initiative|indicator|part)$/
