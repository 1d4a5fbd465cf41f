import { describe, expect, it } from 'vitest'
import { aLineage, aPlan } from '../../../town/story/builders.ts'
import { type DocumentRecord, emptyRecord, type Initiative, type RecordId, type ReformRecord } from '../../reform/record.ts'
import type { StoredRecord } from '../../reform/stored-record.ts'
import { settle } from './settle.ts'

const id = (text: string) => text as RecordId
const anInitiative = (said: Partial<Initiative> = {}): Initiative => ({
  id: id('i1'),
  plan: null,
  node: null,
  number: null,
  title: '窓口の一本化',
  description: null,
  goal: null,
  sections: [],
  marks: [],
  published: [],
  parts: [{ id: id('p1'), title: null, sections: [], description: null, goal: null, activities: [] }],
  reports: [{ parts: [id('p1')], section: null, fiscalYear: 2023, progress: '検討を始めた。', issues: null, revision: null, figures: [] }],
  evaluations: [],
  costs: [],
  ...said,
})
const aDocument = (said: Partial<ReformRecord> = {}, sha256 = 'a', at: Record<string, string[]> = {}): DocumentRecord => ({
  format: 'kaikaku/1',
  document: { name: '文書', sha256, kind: 'txt', layouts: [] },
  ...emptyRecord(),
  fiscalYear: 2023,
  initiatives: [anInitiative()],
  checks: [],
  unread: [],
  accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  guesses: [],
  at,
  ...said,
})
const into = (stored: StoredRecord | null, document: DocumentRecord, leaveOut: string[] = []) =>
  settle(stored, document, { planTitle: '改革プラン', leaveOut: new Set(leaveOut) })

describe('確定', () => {
  it('最初の文書は計画を作り、取組を加える', () => {
    const { record, changes } = into(null, aDocument())
    expect(record.plans.map((p) => p.title)).toEqual(['改革プラン'])
    expect(record.initiatives.map((i) => [i.title, i.plan])).toEqual([['窓口の一本化', record.plans[0]?.id]])
    expect(changes.map((c) => [c.kind, c.title])).toEqual([['added', '窓口の一本化']])
  })

  it('同じ文書をもう一度読んでも何も変わらない', () => {
    const first = into(null, aDocument()).record
    const again = into(first, aDocument())
    expect(again.changes).toEqual([])
    expect(again.record).toEqual(first)
  })

  it('翌年の報告は同じ取組の二年目になり、重複しない（全角・半角の違いは同じ名とみなす）', () => {
    const first = into(null, aDocument({ initiatives: [anInitiative({ title: 'ＤＸの推進' })] })).record
    const next = aDocument(
      {
        fiscalYear: 2024,
        initiatives: [
          anInitiative({
            title: 'DXの推進',
            reports: [
              { parts: [id('p1')], section: null, fiscalYear: 2024, progress: '実施した。', issues: null, revision: null, figures: [] },
            ],
          }),
        ],
      },
      'b',
    )
    const { record } = into(first, next)
    expect(record.initiatives).toHaveLength(1)
    expect(record.initiatives[0]?.reports.map((r) => [r.fiscalYear, r.parts])).toEqual([
      [2023, [record.initiatives[0]?.parts[0]?.id]],
      [2024, [record.initiatives[0]?.parts[0]?.id]],
    ])
  })

  it('新しい文書の異なる値は変更として示し、空欄は前の値を消さない', () => {
    const first = into(null, aDocument({ initiatives: [anInitiative({ description: '旧い概要', goal: '目標' })] })).record
    const { record, changes } = into(first, aDocument({ initiatives: [anInitiative({ description: '新しい概要', goal: null })] }, 'b'))
    expect(record.initiatives[0]).toMatchObject({ description: '新しい概要', goal: '目標' })
    expect(changes).toMatchObject([
      { kind: 'changed', field: 'description', before: '旧い概要', after: '新しい概要', pointer: '/initiatives/0' },
    ])
  })

  it('前の年度の文書は、後の年度の文書で分かっている値を変えない', () => {
    const first = into(null, aDocument({ fiscalYear: 2024, initiatives: [anInitiative({ description: '新しい概要' })] })).record
    const { record } = into(
      first,
      aDocument({ fiscalYear: 2023, initiatives: [anInitiative({ description: '旧い概要', goal: '目標' })] }, 'b'),
    )
    expect(record.initiatives[0]).toMatchObject({ description: '新しい概要', goal: '目標' })
  })

  it('除いた記録は入らず、変化の指し先は文書の番号のまま', () => {
    const two = aDocument({ initiatives: [anInitiative(), anInitiative({ id: id('i2'), title: '使用料の見直し' })] })
    const { record, changes } = into(null, two, ['/initiatives/0'])
    expect(record.initiatives.map((i) => i.title)).toEqual(['使用料の見直し'])
    expect(changes.map((c) => c.pointer)).toEqual(['/initiatives/1'])
  })

  it('出典は値とともに移り、変更された値の出典は新しい文書になる', () => {
    const at = { '/initiatives/0/description': ['line 3'] }
    const first = into(null, aDocument({ initiatives: [anInitiative({ description: '旧' })] }, 'a', at)).record
    expect(first.sources).toEqual([{ pointer: '/initiatives/0/description', document: 'a', place: 'line 3', guessed: false }])
    const { record } = into(
      first,
      aDocument({ initiatives: [anInitiative({ description: '新' })] }, 'b', { '/initiatives/0/description': ['line 9'] }),
    )
    expect(record.sources).toEqual([{ pointer: '/initiatives/0/description', document: 'b', place: 'line 9', guessed: false }])
  })

  it('文書の記録そのものは書き換えない', () => {
    const document = aDocument()
    const before = structuredClone(document)
    into(null, document)
    expect(document).toEqual(before)
  })
})

describe('取組み整理表を、前の期の取組に結ぶ', () => {
  const plans = (title: string, root = true) => [
    ...(root ? [aPlan({ id: id('r'), title: '改革プラン', parent: null })] : []),
    aPlan({ id: id('h'), title, parent: id('r') }),
  ]
  const of = (title: string) => anInitiative({ id: id(title), plan: id('h'), title, parts: [], reports: [] })
  const first = aDocument({ plans: plans('前期'), initiatives: [of('窓口'), of('文書')] })
  const second = aDocument(
    {
      plans: plans('後期'),
      initiatives: [of('窓口')],
      lineage: [
        aLineage({ from: [{ title: '窓 口', initiative: null }], to: [{ title: '窓口', initiative: id('窓口') }] }),
        aLineage({ from: [{ title: '文書', initiative: null }], to: [], kind: '廃止' }),
        aLineage({ from: [{ title: '知らない取組', initiative: null }], to: [], kind: '廃止' }),
      ],
    },
    'b',
  )

  it('前の期の計画にある同じ名の取組に結び、新しい期の自分自身には結ばない', () => {
    const { record } = into(into(null, first).record, second)
    const planOf = (it: string | null | undefined) =>
      record.plans.find((plan) => plan.id === record.initiatives.find((one) => one.id === it)?.plan)?.title ?? null
    expect(record.lineage.map(({ from, to }) => [planOf(from[0]?.initiative), planOf(to[0]?.initiative)])).toEqual([
      ['前期', '後期'],
      ['前期', null],
      [null, null],
    ])
    expect(into(record, second).changes).toEqual([])
  })

  it('前の期の計画がなければ、名のまま', () => {
    const { record } = into(null, second)
    expect(record.lineage.map(({ from }) => from[0]?.initiative)).toEqual([null, null, null])
  })

  it('翌年度の報告は新しい期の取組に、前の年度の報告は前の期の取組に付く', () => {
    const both = into(into(null, first).record, second).record
    const stored = {
      ...both,
      plans: both.plans.map((plan) => (plan.title === '後期' ? { ...plan, period: { from: 2025, to: 2027 } } : plan)),
    }
    const report = (fiscalYear: number) =>
      aDocument(
        {
          fiscalYear,
          initiatives: [
            anInitiative({
              title: '窓口',
              parts: [],
              reports: [{ parts: [], section: null, fiscalYear, progress: '進めた。', issues: null, revision: null, figures: [] }],
            }),
          ],
        },
        `d${fiscalYear}`,
      )
    const reported = (fiscalYear: number) => {
      const { record } = into(stored, report(fiscalYear))
      return record.initiatives
        .filter(({ reports }) => reports.length > 0)
        .map(({ plan }) => record.plans.find(({ id: one }) => one === plan)?.title)
    }
    expect([reported(2024), reported(2025)]).toEqual([['前期'], ['後期']])
  })
})
