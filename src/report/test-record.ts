import { aDecimal, aLineage, aNode, anEffect, anId, aPlan } from '../../town/story/builders.ts'
import { emptyRecord, type RecordId, type ReformRecord } from '../reform/record.ts'
import { CHARTER, COUNTER, FUNDS, MONEY, PLAN, SERVICE } from './test-ids.ts'
import { indicators } from './test-indicators.ts'
import { counter, hometown, minutes, online, vehicles } from './test-initiatives.ts'

const effects = (estimate: string, scope: string, of: RecordId, amounts: number[], status: (year: number) => '計画' | '見込み' | '実績') =>
  amounts.map((thousandYen, i) =>
    anEffect({ estimate, scope, of: { node: of }, fiscalYear: 2023 + i, thousandYen, status: status(2023 + i), side: '歳出' }),
  )

/** あおば市の記録 — every noun once, with the awkward answers: a dash, an empty cell, a text, a zero, a minus, a guess. */
export function aFullRecord(): ReformRecord {
  return {
    ...emptyRecord(),
    municipality: { code: '990019', name: 'あおば市' },
    fiscalYear: 2024,
    plans: [
      aPlan({
        id: CHARTER,
        title: 'あおば市行財政改革大綱',
        kind: '大綱',
        period: { from: 2023, to: 2027 },
        goal: '限られた職員と財源で、暮らしに届くサービスを続ける',
        levels: ['柱', '推進項目', '取組'],
        predecessors: [{ title: '第3次あおば市行政改革大綱', date: '2018-03' }],
      }),
      aPlan({
        id: PLAN,
        title: 'あおば市行財政改革実施計画',
        kind: '実施計画',
        parent: CHARTER,
        period: { from: 2023, to: 2026 },
        levels: [],
      }),
    ],
    chapters: [
      {
        id: anId('chapter-1'),
        parent: null,
        heading: 'はじめに',
        text: 'この計画は、市の行財政改革の進め方を定めるものです。\n五年間の計画とし、毎年度、進み具合を公表します。',
      },
      { id: anId('chapter-2'), parent: anId('chapter-1'), heading: '推進体制', text: '市長を本部長とする推進本部で進行を管理します。' },
    ],
    nodes: [
      aNode({
        id: SERVICE,
        plan: PLAN,
        level: '柱',
        number: '1',
        title: '届く行政サービス',
        text: 'どこに住んでいても同じように使えるサービスを目指します。',
      }),
      aNode({ id: COUNTER, plan: PLAN, parent: SERVICE, level: '推進項目', number: '1-1', title: '窓口の改革' }),
      aNode({ id: MONEY, plan: PLAN, level: '柱', number: '2', title: '持続できる財政', text: null }),
      aNode({ id: FUNDS, plan: PLAN, parent: MONEY, level: '推進項目', number: '2-1', title: '財源の確保と経費の見直し' }),
    ],
    initiatives: [online, counter, vehicles, hometown, minutes],
    indicators: indicators(),
    lineage: [
      aLineage({
        was: '電子申請の拡大',
        becomes: '',
        to: [{ title: '窓口申請のオンライン化', initiative: online.id }],
        kind: '継続',
        pillar: '1 届く行政サービス',
        theme: '窓口の改革',
        section: '行政改革課',
      }),
      aLineage({
        from: [
          { title: '証明書自動交付', initiative: null },
          { title: '窓口案内の改善', initiative: null },
        ],
        to: [{ title: '総合窓口の開設', initiative: counter.id }],
        kind: '廃止（取組を集約）',
        reason: '二つの取組を総合窓口に集約するため',
        section: '市民課',
      }),
      aLineage({ was: '', becomes: '', to: [{ title: 'ふるさと納税の推進', initiative: hometown.id }], kind: '新規', section: '財政課' }),
      aLineage({ was: '印刷室の廃止', becomes: '', kind: '廃止（取組完了）', section: '総務課' }),
    ],
    effects: [
      ...effects('計画策定時', '1 届く行政サービス', SERVICE, [1_200, 2_400, 3_600, 4_800], () => '計画'),
      ...effects('計画策定時', '2 持続できる財政', MONEY, [10_000, 20_000, 30_000, 40_000], () => '計画'),
      ...effects('令和6年度見直し', '1 届く行政サービス', SERVICE, [800, -1_500, 2_000, 4_000], (y) => (y < 2025 ? '実績' : '見込み')),
      ...effects('令和6年度見直し', '2 持続できる財政', MONEY, [8_240, 15_120, 24_000, 36_000], (y) => (y < 2025 ? '実績' : '見込み')),
      anEffect({
        of: { initiative: vehicles.id },
        estimate: '令和6年度見直し',
        scope: '公用車の集中管理（時間）',
        fiscalYear: null,
        amountYen: null,
        quantity: aDecimal('320'),
        unit: '時間',
        raw: '320時間',
      }),
    ],
    effectTotals: [
      { estimate: '計画策定時', scope: '2 持続できる財政', amountYen: 100_000_000, differenceYen: null, raw: '100,000' },
      { estimate: '令和6年度見直し', scope: '2 持続できる財政', amountYen: 83_360_000, differenceYen: -16_640_000, raw: '83,360' },
    ],
    reviews: [
      {
        method: 'KPT',
        items: [
          { kind: 'keep', number: '①', text: '電子申請の利用が年々伸びている', new: [], existing: [], other: [] },
          { kind: 'problem', number: '①', text: '効果額が計画を下回っている', new: [], existing: [], other: [] },
          {
            kind: 'try',
            number: '①',
            text: '財源の確保につながる取組を増やす',
            new: [{ title: 'ふるさと納税の推進', sections: ['財政課'], aggregates: [], note: null, initiative: hometown.id }],
            existing: [
              {
                title: '公用車の集中管理',
                sections: ['資産活用課'],
                aggregates: ['公用車の電動化'],
                note: '台数の見直しを含む',
                initiative: vehicles.id,
              },
            ],
            other: ['使用料の見直しは別に検討する'],
          },
        ],
      },
    ],
    organizationChanges: [
      {
        number: '1',
        department: '総務部',
        effective: '2024-04-01',
        text: '行政経営課を行政改革課に改め、情報政策課の業務の一部を移した。',
        changes: [
          {
            kind: '改称',
            from: ['行政経営課'],
            to: ['行政改革課'],
            what: null,
            reason: '改革の推進体制を明らかにするため',
            guessed: false,
          },
          { kind: '移管', from: ['情報政策課'], to: ['行政改革課'], what: '電子申請に関すること', reason: null, guessed: true },
        ],
      },
    ],
    events: [{ node: SERVICE, text: 'コンビニ交付を始めた', at: '2022-10' }],
    roadmap: [{ node: null, initiative: counter.id, text: '総合窓口を開設', from: '2026', to: null, month: 5 }],
    series: [
      {
        name: '職員数',
        unit: '人',
        breakdown: '正規職員',
        thresholds: { 定員: '520人' },
        points: [
          { at: '2023-04-01', value: aDecimal('512'), answer: 'number', raw: '512人', status: '実績' },
          { at: '2024-04-01', value: null, answer: 'not-applicable', raw: '－', status: null },
        ],
      },
    ],
    glossary: [{ term: '総合窓口', definition: '複数の手続を一か所で受け付ける窓口。' }],
  }
}
