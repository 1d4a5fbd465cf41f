import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printEdition, printRecord } from '../src/publish/json.ts'
import { parseEdition, parseRecord } from '../src/publish/json-reading.ts'
import { toWorkbook } from '../src/publish/workbook.ts'
import { type Edition, editionHash } from '../src/reform/edition.ts'
import type { DocumentRecord, ReformRecord } from '../src/reform/record.ts'
import { importRefusalText } from '../src/report/wording-import.ts'
import type { Store } from '../src/store/database.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { acceptImport, proposeImport } from '../src/workflows/import-document.ts'
import { publishedEditions } from '../src/workflows/published.ts'
import { readReform } from '../src/workflows/read-reform.ts'
import { tellStory } from '../src/workflows/tell-story.ts'
import * as story from '../town/story/story.ts'
import { differences, factsOf } from './reform-facts.ts'
import { openTestStore } from './test-store.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = join(root, '../shared/documents')
const corpus = readdirSync(join(root, 'town/corpus')).filter((name) => /\.(txt|csv|xlsx)$/.test(name))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (name: string, bytes: Uint8Array): Promise<DocumentRecord> => {
  const said = await readReform({ name, bytes })
  if (!said.ok) throw new Error(`${name}：${importRefusalText(said.problem)}`)
  return said.value.document
}
const readFile = (path: string): Promise<DocumentRecord> => read(basename(path), readFileSync(path))
/** What a document says, without which file said it. */
const said = ({ document: { name: _, sha256: __, kind: ___, ...document }, ...record }: DocumentRecord) => ({ document, ...record })

const documents = [...story.files, ...corpus.map((name) => `town/corpus/${name}`)].map((path) => ({ path: join(root, path), name: path }))

/** What is missing or new when the workbook of a record is read like any other town's. */
const inWorkbook = async (record: ReformRecord): Promise<string[]> =>
  differences(factsOf(record), factsOf(await read('帳票.xlsx', await toWorkbook(record))))

/** What the sheets do not carry, and why. The JSON carries all of it. */
const NOT_IN_SHEETS: Record<string, { facts: RegExp; why: string }> = {
  '01-大綱.txt': { facts: /^- 数値の系列/, why: '一つの年だけの数値は、年ごとの表にならない' },
  'aizuwakamatsu-2008-reform-plan.txt': { facts: /^- 数値の系列|^[-+] 目標 .*職員数/, why: '一つの年だけの数値と、年月で言う目標の年月' },
  'iwaki-2024-structural-reform.txt': {
    facts: /^- (数値の系列|取組内容)|^[-+] 部分/,
    why: '年月ごとの数値、年度のない取組内容、行頭の記号が書式となる部分の説明',
  },
}
const readsBack = async (path: string): Promise<void> => {
  const { facts } = NOT_IN_SHEETS[basename(path)] ?? { facts: /^$/ }
  expect((await inWorkbook(await readFile(path))).filter((fact) => !facts.test(fact))).toEqual([])
}

describe('帳票のブックを読み戻すと、取組・報告・評価・指標・効果額・系譜が同じ', () => {
  it.each(documents)('$name', ({ path }) => readsBack(path))
})

describe('翌年度の報告を受理した後の帳票のブック', () => {
  it('前の年度の評価は、年度も観点も失わない', async () => {
    const { fiscalYear, ...record } = await readFile(join(root, 'town/corpus/sheets-by-policy.xlsx'))
    expect(await inWorkbook({ ...record, fiscalYear: (fiscalYear as number) + 1 })).toEqual([])
  })
})

describe('文書の記録の JSON を読み戻す', () => {
  it.each(documents)('$name', async ({ path }) => {
    const record = await readFile(path)
    const json = printRecord(record, { places: true })
    expect(parseRecord(json)).toEqual({ ok: true, value: record })
    expect(said(await read('記録.json', bytesOf(json)))).toEqual(said(record))
  })

  it('場所のない JSON では、JSON の中の位置が出典になる', async () => {
    const record = await readFile(join(root, story.files[2] as string))
    const again = await readReform({ name: '記録.json', bytes: bytesOf(printRecord(record, { places: false })) })
    if (!again.ok) throw new Error(again.problem.kind)
    const { document, lines } = again.value
    expect({ ...said(document), at: {} }).toEqual({ ...said(record), at: {} })
    expect(document.at['/initiatives/0/title']).toEqual(['/initiatives/0/title'])
    expect(lines).toContainEqual({ at: '/initiatives/0/title', text: record.initiatives[0]?.title })
  })
})

const theirs = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.txt')) : []
// a file name that is not there keeps the skipped tests in the list of what was skipped
const named = theirs.length > 0 ? theirs : ['文書がない']
describe.skipIf(theirs.length === 0)(`手元の文書の記録${theirs.length > 0 ? '' : '（省略：../shared/documents がない）'}`, () => {
  it.each(named)('帳票のブック %s', (name) => readsBack(join(shared, name)))

  it.each(named)('JSON %s', async (name) => {
    const record = await readFile(join(shared, name))
    expect(said(await read('記録.json', bytesOf(printRecord(record, { places: true }))))).toEqual(said(record))
  })
})

describe('JSON を断る', () => {
  const document = '"document":{"name":"a","sha256":"b","kind":"csv"}'
  const node = (id: string, parent: string | null) => ({ id, plan: null, parent, level: null, number: null, title: id, text: null })
  const withNodes = (...nodes: unknown[]) => `{"format":"kaikaku/1",${document},"nodes":${JSON.stringify(nodes)}}`
  it.each([
    { title: '途中で切れたもの', json: '{"format":"kaikaku/1","document":{', says: '途中で切れていないか' },
    { title: '別の版', json: `{"format":"kaikaku/2",${document}}`, says: '形式が「kaikaku/2」です' },
    { title: 'ほかのデータ', json: '{"name":"kaikaku"}', says: '「形式」（/format）' },
    { title: '何も言わない記録', json: `{"format":"kaikaku/1",${document}}`, says: '見つかりませんでした' },
    { title: '無い柱を指すもの', json: withNodes(node('a', 'b')), says: '/nodes/0/parent が指す識別子「b」' },
    {
      title: '同じ識別子が二つあるもの',
      json: withNodes(node('a', null), node('a', null)),
      says: '「a」が二度使われています（/nodes/1/id）',
    },
    { title: '自分の下に置かれた柱', json: withNodes(node('a', 'b'), node('b', 'a')), says: '自分自身の下' },
    { title: '幾つもの記録', json: `${withNodes(node('a', null))}\n${withNodes(node('b', null))}`, says: '一行を一つのファイルに' },
  ])('$title は、何が違うかを言う', async ({ json, says }) => {
    const refused = await readReform({ name: 'a.json', bytes: bytesOf(json) })
    expect(refused.ok || importRefusalText(refused.problem)).toContain(says)
  })
})

describe('あおば市の公表版を読み戻す', () => {
  let store: Store
  let editions: Edition[]
  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, story, root, () => {})
    editions = await publishedEditions(store)
  })
  afterAll(() => store.close())

  it('JSON を読み戻すと同じで、ハッシュも合う', () => {
    expect(editions.length).toBeGreaterThan(0)
    for (const edition of editions) {
      const again = parseEdition(printEdition(edition))
      expect(again).toEqual({ ok: true, value: edition })
      expect(again.ok && editionHash(again.value)).toBe(edition.hash)
    }
  })

  it('JSON を取り込むと同じ記録で、値の場所は元の文書の名と行で言う', async () => {
    for (const edition of editions) {
      const again = await readReform({ name: 'edition.json', bytes: bytesOf(printEdition(edition)) })
      if (!again.ok) throw new Error(importRefusalText(again.problem))
      const { document, lines } = again.value
      // a document may not name its municipality; the edition always does
      expect(document).toMatchObject({ ...edition.record, municipality: edition.municipality, checks: edition.checks })
      const places = new Set(lines.map(({ at }) => at))
      expect(
        Object.values(document.at)
          .flat()
          .filter((place) => !places.has(place)),
      ).toEqual([])
    }
  })

  it('帳票のブックを読み戻しても同じ', async () => {
    for (const { record } of editions) {
      const missed = await inWorkbook(record)
      expect(missed.filter((fact) => !NOT_IN_SHEETS['01-大綱.txt']?.facts.test(fact))).toEqual([])
    }
  })

  it('空の場所に取り込んだ公表版は、同じ記録になる', async () => {
    const empty = await openTestStore()
    try {
      const aoba = story.municipality.code as MunicipalityCode
      for (const edition of editions) {
        const again = await readReform({ name: 'edition.json', bytes: bytesOf(printEdition(edition)) })
        if (!again.ok) throw new Error(importRefusalText(again.problem))
        const proposed = await proposeImport(empty, [again.value], { municipality: null, plan: null })
        if (!proposed.ok) throw new Error(proposed.problem.kind)
        await acceptImport(empty, { ...story.edition.act, municipality: aoba }, proposed.value)
        const twice = await proposeImport(empty, [again.value], { municipality: null, plan: null })
        expect(twice.ok && twice.value.map(({ known, changes }) => [known, changes])).toEqual([[true, []]])
      }
    } finally {
      await empty.close()
    }
  })
})
