import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadsOf } from '../src/publish/downloads.ts'
import { writeSite } from '../src/publish/site/write-site.ts'
import { editionHash } from '../src/reform/edition.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import { auditOf } from '../src/store/audit.ts'
import type { Store } from '../src/store/database.ts'
import { planFamilies } from '../src/store/plan-family.ts'
import { loadRecord } from '../src/store/record.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { acceptImport, proposeImport } from '../src/workflows/import-document.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { publishedEditions } from '../src/workflows/published.ts'
import { readReform } from '../src/workflows/read-reform.ts'
import { tellStory } from '../src/workflows/tell-story.ts'
import * as story from '../town/story/story.ts'
import { openTestStore } from './test-store.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const aoba = story.municipality.code as MunicipalityCode
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

describe('あおば市の文書を取り込み、公表する', () => {
  let store: Store
  let record: StoredRecord
  const recordOf = async (title: string): Promise<StoredRecord> => {
    const families = await store.reading(aoba, planFamilies)
    const family = families.find((f) => f.title === title)
    if (!family) throw new Error(`${title}がない：${families.map((f) => f.title)}`)
    return (await store.reading(aoba, (db) => loadRecord(db, family.id))) as StoredRecord
  }
  const readAgain = async (file: string, change: (text: string) => string = (text) => text) => {
    const bytes = readFileSync(join(root, file))
    const text = change(new TextDecoder('utf-8').decode(bytes))
    const read = await readReform({ name: basename(file), bytes: file.endsWith('.txt') ? new TextEncoder().encode(text) : bytes })
    if (!read.ok) throw new Error(read.problem.kind)
    return read.value
  }

  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, story, root, () => {})
    record = await recordOf(story.plan)
  })
  afterAll(() => store.close())

  it('昨年の報告・今年の報告・十二の様式は一つの計画になり、取組は重複しない', () => {
    for (const plan of record.plans) {
      const titles = record.initiatives.filter((i) => i.plan === plan.id).map((i) => plain(i.title))
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    }
    const reported = record.initiatives.filter((i) => [2023, 2024].every((year) => i.reports.some((r) => r.fiscalYear === year)))
    expect(reported.length).toBeGreaterThanOrEqual(24)
  })

  it('公表版のハッシュは内容から計算し直せ、ポータルはその版だけを読む', async () => {
    const editions = await publishedEditions(store)
    expect(editions.map((e) => e.record.plans.find((p) => p.id === e.plan)?.title)).toContain(story.plan)
    for (const edition of editions) expect(editionHash(edition)).toBe(edition.hash)
  })

  it('同じ文書をもう一度取り込んでも何も変わらず、変更の記録も増えない', async () => {
    const { files, plan, act } = story.imports[1] as (typeof story.imports)[number]
    const read = await readAgain(files[0] as string)
    const before = await store.reading(aoba, (db) => auditOf(db, { limit: 1 }))
    const proposed = await proposeImport(store, [read], { municipality: aoba, plan })
    if (!proposed.ok) throw new Error(proposed.problem.kind)
    expect(proposed.value.map((p) => [p.known, p.changes])).toEqual([[true, []]])
    await acceptImport(store, { ...act, municipality: aoba }, proposed.value)
    expect(await store.reading(aoba, (db) => auditOf(db, { limit: 1 }))).toEqual(before)
  })

  it('計画を指定して取り込んだ文書は、指定なしでもう一度取り込んでも同じ計画に入り、別の計画をつくらない', async () => {
    const { files, plan } = story.imports[1] as (typeof story.imports)[number]
    const proposed = await proposeImport(store, [await readAgain(files[0] as string)], { municipality: null, plan: null })
    if (!proposed.ok) throw new Error(proposed.problem.kind)
    expect(proposed.value.map((p) => [p.target.planTitle, p.changes])).toEqual([[plan, []]])
  })

  it('直した文書は、取り込む前に変わるところを示す', async () => {
    const last = story.imports.find((one) => one.files.some((f) => f.endsWith('05-後期見直し.txt'))) as (typeof story.imports)[number]
    const read = await readAgain(last.files[0] as string, (text) => text.replace('\t12,400\t', '\t99,999\t'))
    const proposed = await proposeImport(store, [read], { municipality: aoba, plan: last.plan })
    if (!proposed.ok) throw new Error(proposed.problem.kind)
    const changes = proposed.value.flatMap((p) => p.changes)
    expect(changes.filter((c) => c.list === 'effects').map((c) => [c.kind, c.field, c.before, c.after])).toContainEqual([
      'changed',
      'amountYen',
      '12400000',
      '99999000',
    ])
    expect(await recordOf(story.plan)).toEqual(record)
  })

  it('直した文書が年度のない計画名しか言わなくても、その計画に入る', async () => {
    const last = story.imports.find((one) => one.files.some((f) => f.endsWith('05-後期見直し.txt'))) as (typeof story.imports)[number]
    const read = await readAgain(last.files[0] as string, (text) => text.replace('\t12,400\t', '\t99,999\t'))
    const proposed = await proposeImport(store, [read], { municipality: aoba, plan: 'あおば市行財政改革推進プラン' })
    if (!proposed.ok) throw new Error(proposed.problem.kind)
    expect(proposed.value.flatMap((p) => p.changes).filter((c) => c.kind === 'added')).toEqual([])
  })

  it('変わりのない計画は二度公表されない', async () => {
    const families = await store.reading(aoba, planFamilies)
    for (const { id } of families) {
      const again = await publishEdition(store, id, { ...story.edition.act, municipality: aoba })
      expect(again).toMatchObject({ ok: false, problem: { kind: 'nothing-new' } })
    }
  })

  it('わざと誤らせた二か所の計算を検算が見つけ、ほかは誤りとしない', async () => {
    const editions = await publishedEditions(store)
    const fails = editions.flatMap((e) => e.checks.filter((c) => c.verdict === 'fails'))
    expect(fails.length).toBeGreaterThanOrEqual(2)
    const wrong = /評価|割合|効果額|合計/
    expect(fails.filter((c) => !wrong.test(c.message))).toEqual([])
  })

  it('静的なフォルダーの頁のリンクは、すべてそのフォルダーの中で行き先がある', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaikaku-site-'))
    try {
      const editions = await publishedEditions(store)
      const downloads = (await Promise.all(editions.map(downloadsOf))).flat()
      await writeSite(editions, folder, 'body{}', downloads)
      const files = new Set(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((e) => e.isFile())
          .map((e) => join(e.parentPath, e.name)),
      )
      const broken: string[] = []
      for (const file of files) {
        if (!file.endsWith('.html')) continue
        for (const [, href] of readFileSync(file, 'utf8').matchAll(/(?:href|src)="([^"]*)"/g)) {
          const target = (href ?? '').split(/[?#]/)[0] as string
          if (target !== '' && !files.has(join(file, '..', decodeURI(target)))) broken.push(`${file} → ${href}`)
        }
      }
      expect(broken).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
