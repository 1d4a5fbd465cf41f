import type { ReformRecord } from '../src/reform/record.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import {
  aDecimal,
  aNode,
  anActual,
  anEffect,
  anEvaluation,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aRecord,
  aReport,
  aTarget,
} from '../town/story/builders.ts'

const anInitiativeWithAll = () =>
  anInitiative({
    number: '1-1',
    description: '窓口の申請を電子化する。',
    goal: '待たない窓口',
    sections: [
      { name: '行政改革課', office: 'DX推進室', role: 'lead' },
      { name: '市民課', office: null, role: 'related' },
    ],
    marks: [
      { scheme: '5レス', name: 'ペーパー', on: true },
      { scheme: '5レス', name: 'カウンター', on: false },
      { scheme: '5レス', name: 'ムーブ', on: null },
    ],
    published: [{ where: '市ウェブサイト', title: '電子申請の案内', url: 'https://www.city.aoba.example/apply' }],
    parts: [
      aPart({
        title: '申請',
        sections: [{ name: '市民課', office: null, role: 'coordinator' }],
        description: '様式をそろえる。',
        goal: '全様式',
        activities: [
          {
            name: '様式の整理',
            schedule: [
              { from: '2023', to: '2024', text: '調査', milestone: false },
              { from: '2024-H2', to: null, text: '運用開始', milestone: true },
            ],
          },
          { name: '職員の研修', schedule: [] },
        ],
      }),
      aPart({ id: anId('part-2'), title: '窓口' }),
    ],
    reports: [
      aReport({
        parts: [anId('part'), anId('part-2')],
        section: '市民課',
        progress: '1,234件の申請を受けた。\n前年度は 100.0 件。',
        issues: '周知が足りない。',
        revision: '年度を一年遅らせる。',
        figures: [
          {
            label: '申請',
            raw: '1,234件',
            value: aDecimal('1234'),
            unit: '件',
            indicator: anId('indicator'),
            group: '窓口',
            previous: aDecimal('100.0'),
            change: aDecimal('-12.50'),
            numerator: aDecimal('1234'),
            denominator: aDecimal('2000'),
          },
          { label: '満足度', raw: '概ね良好', value: null, unit: null, indicator: null },
        ],
      }),
      aReport({ fiscalYear: 2023 }),
      aReport({ fiscalYear: null, progress: null }),
    ],
    evaluations: [
      anEvaluation({ stage: '二次評価', criterion: '有効性', scale: 'A-C', raw: 'A', comment: '進んでいる。' }),
      anEvaluation(),
    ],
    costs: [
      {
        fiscalYear: 2024,
        stage: '予算',
        label: '委託料',
        fund: '一般財源',
        amountYen: -9_007_199_254_740_991,
        quantity: aDecimal('1.50'),
        unit: '人',
        raw: '▲…',
      },
    ],
  })

/** あおば市 with something in every list and in every field: what a store must give back exactly. */
export const everything = (said: Partial<ReformRecord> = {}): ReformRecord =>
  aRecord({
    plans: [
      aPlan({ kind: '大綱', goal: '持続する市役所', predecessors: [{ title: '第6次大綱', date: '2018-04-01' }] }),
      aPlan({ id: anId('plan-2'), title: '実施計画', parent: anId('plan'), period: null, levels: [] }),
    ],
    chapters: [
      { id: anId('chapter'), parent: null, heading: 'はじめに', text: '本書は…' },
      { id: anId('chapter-2'), parent: anId('chapter'), heading: '課題', text: '' },
    ],
    nodes: [aNode({ text: '説明' }), aNode({ id: anId('node-2'), parent: anId('node'), plan: null, level: null, number: null })],
    initiatives: [anInitiativeWithAll(), anInitiative({ id: anId('initiative-2'), plan: null, node: null, sections: [] })],
    indicators: [
      anIndicator({
        kind: 'output',
        aggregation: 'cumulative',
        baseline: '100.0',
        targets: [aTarget('85以上を維持', { asOf: '2025-03-31', final: true }), aTarget('適切に運営', { fiscalYear: null })],
        actuals: [
          anActual('90.20', { status: '実績', numerator: aDecimal('902'), denominator: aDecimal('1000') }),
          anActual('－', { fiscalYear: 2023 }),
          anActual('', { fiscalYear: 2022, asOf: '2022年度末', status: '見込み' }),
          anActual('0', { fiscalYear: 2021, status: '決算' }),
        ],
      }),
      anIndicator({ id: anId('indicator-2'), of: null, unit: null, direction: null, directionSource: null }),
      anIndicator({ id: anId('indicator-3'), of: { part: anId('part') }, direction: 'maintain', directionSource: 'guessed' }),
      anIndicator({ id: anId('indicator-4'), of: { plan: anId('plan') }, kind: 'outcome' }),
      anIndicator({ id: anId('indicator-5'), of: { node: anId('node-2') }, kind: 'population' }),
    ],
    lineage: [
      {
        from: [
          { title: '押印の見直し', initiative: null },
          { title: '様式の見直し', initiative: anId('initiative-2') },
        ],
        to: [{ title: '窓口申請のオンライン化', initiative: anId('initiative') }],
        kind: '廃止（取組を集約）',
        reason: '重なるため',
        section: '市民課',
        pillar: '1',
        theme: '窓口',
      },
      { from: [], to: [], kind: '新規', reason: null, section: null, pillar: null, theme: null },
    ],
    effects: [
      anEffect({ side: '歳出', basis: '継続', status: '見込み', quantity: aDecimal('0.5') }),
      anEffect({ of: { initiative: anId('initiative') }, amountYen: null, raw: '－' }),
      anEffect({ of: null, estimate: null, side: '歳入', basis: '単年度', status: '計画' }),
    ],
    effectTotals: [{ estimate: '後期策定時', scope: '合計', amountYen: 1_200_000, differenceYen: -300_000, raw: '1,200 (▲300)' }],
    reviews: [
      {
        method: 'KPT',
        plan: anId('plan'),
        items: [
          { kind: 'keep', number: null, text: '続ける', new: [], existing: [], other: [] },
          {
            kind: 'try',
            number: '①',
            text: '広げる',
            new: [
              { title: '新しい取組', sections: ['市民課', '税務課'], aggregates: ['旧1'], note: '前倒し', initiative: anId('initiative') },
            ],
            existing: [{ title: '窓口', sections: [], aggregates: [], note: null, initiative: null }],
            other: ['計画の外で行う'],
          },
        ],
      },
    ],
    organizationChanges: [
      {
        number: '1',
        department: '総務部',
        effective: '2025-04-01',
        text: '課を統合する。',
        changes: [{ kind: '統合', from: ['行政改革課', '情報課'], to: ['改革推進課'], what: '事務', reason: '集約', guessed: true }],
      },
    ],
    events: [{ node: anId('node'), text: '検討を始めた', at: '2022-10' }],
    roadmap: [
      { node: anId('node'), initiative: null, text: '設計', from: '2023', to: '2024-H1', month: 10 },
      { node: null, initiative: anId('initiative'), text: '運用', from: null, to: null, month: null },
    ],
    series: [
      {
        name: '職員数',
        unit: '人',
        breakdown: '任用形態',
        thresholds: { 早期健全化基準: '25.0', 上限: '350' },
        points: [
          { at: '2023', value: aDecimal('512'), answer: 'number', raw: '512', status: '決算' },
          { at: '2024', value: null, answer: 'text', raw: '集計中', status: null },
        ],
      },
    ],
    glossary: [{ term: '標準財政規模', definition: '一般財源の標準的な大きさ' }],
    ...said,
  })

export const stored = (record: ReformRecord, sources: StoredRecord['sources'] = []): StoredRecord => ({ ...record, sources })
