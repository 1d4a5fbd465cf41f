import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { onBothDatabases } from '../../tests/test-store.ts'
import type { Act } from '../reform/act.ts'
import { emptyRecord } from '../reform/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no } from '../vocabulary/result.ts'
import { auditOf } from './audit.ts'
import { documentBySha, documentBytes, documentsOf, documentTexts, type NewDocument, saveDocument } from './document.ts'
import { saveMunicipality } from './municipality.ts'
import { type PlanFamilyId, saveHead } from './plan-family.ts'
import { saveSections, sectionsOf } from './section.ts'

const AOBA = '990019' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const act: Act = { municipality: AOBA, by: '試験', at: new Date('2025-06-01T00:00:00Z') }

function aDocument(content: string, said: Partial<NewDocument> = {}): NewDocument {
  const bytes = new TextEncoder().encode(content)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: '進捗報告.txt',
    kind: 'txt',
    readAt: new Date('2025-06-01T01:02:03Z'),
    layouts: ['label-value'],
    accounting: { characters: 8, fields: 3, prose: 3, boilerplate: 1, unread: 1 },
    checks: [{ kind: '合計', verdict: 'fails', stated: '10', computed: '11', message: '合わない', at: ['line 1'] }],
    unread: [{ at: 'line 2', text: '不明な文字\\u0000' }],
    bytes,
    lines: content.split('\n').map((text, nth) => ({ at: `line ${nth + 1}`, text })),
    ...said,
  }
}

onBothDatabases('文書', (database) => {
  const save = (document: NewDocument) => database().store.writing(act, (tx) => saveDocument(tx, FAMILY, document))
  const { bytes: _, lines: __, ...described } = aDocument('一行目\n\0二行目')
  const count = async () => (await database().store.reading(AOBA, (db) => auditOf(db))).length
  beforeAll(async () => {
    await database().store.writing(act, async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      await saveHead(tx, FAMILY, emptyRecord())
    })
    await save(aDocument('一行目\n\0二行目'))
  })

  it('記録・本文・原本が読み出せる', async () => {
    await database().store.reading(AOBA, async (db) => {
      expect(await documentBySha(db, described.sha256)).toEqual(described)
      expect(await documentsOf(db, FAMILY)).toEqual([described])
      expect((await documentTexts(db, FAMILY)).get(described.sha256)).toEqual([
        { at: 'line 1', text: '一行目' },
        { at: 'line 2', text: '\uFFFD二行目' },
      ])
      expect(new TextDecoder().decode((await documentBytes(db, described.sha256)) ?? undefined)).toBe('一行目\n\0二行目')
      expect(await documentBySha(db, '0'.repeat(64))).toBeNull()
    })
  })

  it('同じファイルをもう一度取り込んでも、時刻が違うだけなら何も書かない', async () => {
    const before = await count()
    await save(aDocument('一行目\n\0二行目', { readAt: new Date('2026-01-01T00:00:00Z') }))
    expect(await count()).toBe(before)
  })

  it('読み方がよくなれば、同じファイルの記録と本文が新しくなる', async () => {
    await save(aDocument('一行目\n\0二行目', { unread: [], lines: [{ at: 'line 1', text: '一行目 二行目' }] }))
    await database().store.reading(AOBA, async (db) => {
      expect((await documentBySha(db, described.sha256))?.unread).toEqual([])
      expect((await documentTexts(db, FAMILY)).get(described.sha256)).toEqual([{ at: 'line 1', text: '一行目 二行目' }])
    })
  })

  it('文書や課の名に NUL や半端な文字があっても保存できる', async () => {
    const odd = aDocument('半端な文字', { name: '報告\0.txt', unread: [{ at: 'line 1', text: '\ud83d\0' }] })
    await save(odd)
    const found = await database().store.reading(AOBA, (db) => documentBySha(db, odd.sha256))
    expect(found).toMatchObject({ name: '報告\uFFFD.txt', unread: [{ at: 'line 1', text: '\uFFFD\uFFFD' }] })
    const section = { name: '市民\0課', from: null, to: null, successors: ['\ud83d課'] }
    await database().store.writing(act, async (tx) => {
      await saveSections(tx, [section])
      expect(await sectionsOf(tx)).toEqual([{ ...section, name: '市民\uFFFD課', successors: ['\uFFFD課'] }])
      return no('試験のため取り消す')
    })
  })

  it('中身とハッシュが合わない文書は保存できない', async () => {
    await expect(save(aDocument('別の文書', { sha256: 'a'.repeat(64) }))).rejects.toThrow()
  })

  it('課の履歴を保存し、同じものは書かない', async () => {
    const sections = [
      { name: '改革推進課', from: '2025-04-01', to: null, successors: [] },
      { name: '行政改革課', from: null, to: '2025-03-31', successors: ['改革推進課'] },
    ]
    const { store } = database()
    await store.writing(act, (tx) => saveSections(tx, sections))
    const before = await count()
    await store.writing(act, (tx) => saveSections(tx, sections))
    expect(await store.reading(AOBA, sectionsOf)).toEqual(sections)
    expect(await count()).toBe(before)
  })

  it('記録は表と行を決めて探せる', async () => {
    const found = await database().store.reading(AOBA, (db) => auditOf(db, { table: 'section', key: { name: '改革推進課' } }))
    expect(found.map(({ act, table }) => [act, table])).toEqual([['insert', 'section']])
  })
})
