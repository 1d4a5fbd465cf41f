import { describe, expect, it } from 'vitest'
import { aPlan } from '../../town/story/builders.ts'
import { type DocumentRecord, emptyRecord } from '../reform/record.ts'
import { importTarget } from './import-target.ts'

const aDocument = (municipality: { code: string | null; name: string | null }, plan: string | null): DocumentRecord => ({
  format: 'kaikaku/1',
  document: { name: '', sha256: '', kind: 'txt', layouts: [] },
  ...emptyRecord(),
  municipality,
  plans: plan ? [aPlan({ title: plan })] : [],
  checks: [],
  unread: [],
  accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  guesses: [],
  at: {},
})
const installed = [{ code: '990019', name: 'あおば市' }]
const nobody = { code: null, name: null }

describe('取込み先', () => {
  it.each([
    {
      title: '文書が言うとおり',
      document: aDocument({ code: '072036', name: '郡山市' }, '改革プラン'),
      said: {},
      target: ['072036', '郡山市', '改革プラン'],
    },
    {
      title: '言われたことが文書に優る',
      document: aDocument({ code: '072036', name: '郡山市' }, '改革プラン'),
      said: { municipality: '990019', plan: '別のプラン' },
      target: ['990019', 'あおば市', '別のプラン'],
    },
    {
      title: '名称で言う',
      document: aDocument(nobody, null),
      said: { municipality: 'あおば市', plan: '改革プラン' },
      target: ['990019', 'あおば市', '改革プラン'],
    },
    {
      title: '全角のコード',
      document: aDocument(nobody, '改革プラン'),
      said: { municipality: '９９００１９' },
      target: ['990019', 'あおば市', '改革プラン'],
    },
    {
      title: '知らない団体のコードは文書の名称で呼ぶ',
      document: aDocument({ code: null, name: 'みどり町' }, '改革プラン'),
      said: { municipality: '990027' },
      target: ['990027', 'みどり町', '改革プラン'],
    },
  ])('$title', ({ document, said, target }) => {
    const found = importTarget(document, { municipality: null, plan: null, ...said }, installed)
    expect(found.ok && [found.value.municipality.code, found.value.municipality.name, found.value.planTitle]).toEqual(target)
  })

  it.each([
    { title: '市区町村が文書にない', document: aDocument(nobody, '改革プラン'), said: {}, kind: 'municipality-not-said' },
    {
      title: '名はあるがコードの分からない市',
      document: aDocument({ code: null, name: 'みどり町' }, '改革プラン'),
      said: {},
      kind: 'municipality-not-said',
    },
    {
      title: '二つある市の名（府中市）',
      document: aDocument(nobody, '改革プラン'),
      said: { municipality: '府中市' },
      kind: 'municipality-not-known',
    },
    {
      title: '検証番号の合わないコード',
      document: aDocument(nobody, '改革プラン'),
      said: { municipality: '990010' },
      kind: 'municipality-not-known',
    },
    { title: '計画が文書にない', document: aDocument({ code: '990019', name: 'あおば市' }, null), said: {}, kind: 'plan-not-said' },
  ])('$title → $kind', ({ document, said, kind }) => {
    expect(importTarget(document, { municipality: null, plan: null, ...said }, installed)).toMatchObject({ ok: false, problem: { kind } })
  })
})
