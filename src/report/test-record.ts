import {
  aDecimal,
  aLineage,
  aNode,
  anActual,
  anEffect,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aReport,
  aSection,
  aTarget,
} from '../../town/story/builders.ts'
import type { Initiative, RecordId, ReformRecord } from '../reform/record.ts'
import { emptyRecord } from '../reform/record.ts'

const CHARTER = anId('plan-1')
const PLAN = anId('plan-2')
const SERVICE = anId('node-1')
const MONEY = anId('node-2')
const COUNTER = anId('node-3')
const FUNDS = anId('node-4')

const marks = (...on: string[]) =>
  ['カウンター', 'キャッシュ', 'ペーパー', 'ファイル', 'ムーブ'].map((name) => ({ scheme: '5レス', name, on: on.includes(name) }))

const online: Initiative = anInitiative({
  id: anId('initiative-1'),
  plan: PLAN,
  node: COUNTER,
  number: '①',
  title: '窓口申請のオンライン化',
  description: '来庁しなくても申請できる手続を広げ、待ち時間と紙を減らす。',
  goal: '市民が時間と場所を選ばずに手続を終えられる市役所',
  sections: [aSection('行政改革課', { role: 'lead' }), aSection('市民課')],
  marks: marks('カウンター', 'ペーパー'),
  published: [{ where: '市ウェブサイト', title: '電子申請の案内', url: null }],
  parts: [
    aPart({
      id: anId('part-1'),
      title: '手続の洗い出しと電子化',
      sections: [aSection('行政改革課')],
      goal: '主要な手続をすべて電子化する。',
      activities: [
        { name: '対象手続の洗い出し', schedule: [{ from: '2023', to: '2023', text: '全課照会・一覧の作成', milestone: false }] },
        {
          name: '電子化の実施',
          schedule: [
            { from: '2023', to: null, text: '準備ができた手続から順に公開', milestone: false },
            { from: '2026', to: '2026', text: '主要手続の完了', milestone: true },
          ],
        },
      ],
    }),
    aPart({
      id: anId('part-2'),
      title: '窓口のキャッシュレス化',
      sections: [aSection('市民課')],
      activities: [
        {
          name: '端末の設置',
          schedule: [
            { from: '2023-H2', to: '2024-H1', text: '本庁', milestone: false },
            { from: '2024-H2', to: '2025-H2', text: '支所', milestone: false },
          ],
        },
        { name: '利用の呼びかけ', schedule: [] },
      ],
    }),
  ],
  reports: [
    aReport({
      parts: [anId('part-1')],
      section: '行政改革課',
      fiscalYear: 2024,
      progress: '・子育て分野の18手続を公開した。\n・操作に迷う利用者のため、支所に相談窓口を置いた。',
      issues: '高齢の利用者が少ないため、地域の講習会と組み合わせて案内する。',
      revision: '目標値を見直し、2025年度の対象手続を120とする。',
      figures: [
        {
          label: '公開した手続',
          raw: '96手続（78手続）',
          value: aDecimal('96'),
          unit: '手続',
          indicator: anId('indicator-1'),
          previous: aDecimal('78'),
          change: aDecimal('18'),
        },
        {
          label: '利用率',
          raw: '4,512／12,030件 37.5%',
          value: aDecimal('37.5'),
          unit: '%',
          indicator: null,
          numerator: aDecimal('4512'),
          denominator: aDecimal('12030'),
        },
      ],
    }),
    aReport({
      parts: [anId('part-1')],
      section: '行政改革課',
      fiscalYear: 2023,
      progress: '78手続を公開した。',
      issues: '',
      revision: null,
    }),
  ],
  evaluations: [
    { fiscalYear: 2024, stage: '一次評価', criterion: '有効性', scale: 'A～C', raw: 'B', comment: '利用率の伸びに課題がある。' },
    { fiscalYear: 2024, stage: '方向性', criterion: null, scale: null, raw: '継続', comment: null },
  ],
  costs: [
    {
      fiscalYear: 2024,
      stage: '決算',
      label: 'システム利用料',
      fund: '一般財源',
      amountYen: 3_480_000,
      quantity: null,
      unit: '千円',
      raw: '3,480',
    },
  ],
})

const counter = anInitiative({
  id: anId('initiative-2'),
  plan: PLAN,
  node: COUNTER,
  number: '②',
  title: '総合窓口の開設',
  sections: ['市民課'],
  marks: marks('カウンター'),
  description: '転入・転出の手続を一つの窓口にまとめる。',
  reports: [aReport({ fiscalYear: 2024, section: '市民課', progress: '設計を終えた。', issues: '－' })],
})
const vehicles = anInitiative({
  id: anId('initiative-3'),
  plan: PLAN,
  node: FUNDS,
  number: '③',
  title: '公用車の集中管理',
  sections: ['資産活用課'],
  description: '課ごとに持つ公用車を集中管理し、台数を減らす。',
  reports: [aReport({ fiscalYear: 2024, progress: '44台から38台に減らした。', issues: null })],
  costs: [
    {
      fiscalYear: 2024,
      stage: '予算',
      label: '車両管理費',
      fund: null,
      amountYen: 12_345_678,
      quantity: null,
      unit: '円',
      raw: '12,345,678円',
    },
  ],
})
const hometown = anInitiative({
  id: anId('initiative-4'),
  plan: PLAN,
  node: FUNDS,
  number: '④',
  title: 'ふるさと納税の推進',
  sections: ['財政課'],
  description: '返礼品の見直しと情報発信により寄附を増やす。',
  reports: [aReport({ fiscalYear: 2024, section: '財政課', progress: '寄附の受付先を2か所増やした。' })],
})
const minutes = anInitiative({
  id: anId('initiative-5'),
  plan: PLAN,
  node: FUNDS,
  number: null,
  title: '会議資料の電子化',
  sections: ['総務課'],
  marks: marks('ペーパー', 'ファイル'),
  evaluations: [{ fiscalYear: 2024, stage: '方向性', criterion: null, scale: null, raw: '完了', comment: '全会議で実施。' }],
  reports: [aReport({ fiscalYear: 2024, progress: '庁議を含む全会議で電子化した。' })],
})

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

function indicators(): ReformRecord['indicators'] {
  const of = (id: RecordId) => ({ of: { initiative: id } })
  return [
    anIndicator({
      id: anId('indicator-1'),
      of: { part: anId('part-1') },
      name: '電子化した手続の数',
      unit: '手続',
      aggregation: 'cumulative',
      baseline: { asOf: '2022', value: aDecimal('60'), answer: 'number', raw: '60' },
      targets: [
        aTarget('80', { fiscalYear: 2023 }),
        aTarget('100', { fiscalYear: 2024 }),
        aTarget('120以上', { fiscalYear: 2026, final: true }),
      ],
      actuals: [anActual('78', { fiscalYear: 2023 }), anActual('96', { fiscalYear: 2024 })],
    }),
    anIndicator({
      ...of(vehicles.id),
      id: anId('indicator-2'),
      name: '公用車の台数',
      unit: '台',
      direction: 'decrease',
      directionSource: 'guessed',
      baseline: '52',
      targets: [aTarget('40以下')],
      actuals: [anActual('38')],
    }),
    anIndicator({
      ...of(hometown.id),
      id: anId('indicator-3'),
      name: '寄附の増減',
      unit: '千円',
      baseline: '0',
      targets: [aTarget('50,000')],
      actuals: [anActual('▲2,218', { status: '見込み' })],
    }),
    anIndicator({
      ...of(counter.id),
      id: anId('indicator-4'),
      name: '待ち時間',
      unit: '分',
      direction: 'decrease',
      baseline: null,
      targets: [aTarget('適切に短縮')],
      actuals: [anActual('－')],
    }),
    anIndicator({
      ...of(counter.id),
      id: anId('indicator-5'),
      name: '苦情の件数',
      unit: '件',
      direction: 'decrease',
      targets: [aTarget('0')],
      actuals: [anActual('')],
    }),
    anIndicator({
      of: { plan: CHARTER },
      id: anId('indicator-6'),
      name: '納税の口座振替率',
      kind: 'outcome',
      unit: '%',
      targets: [aTarget('85%以上を維持')],
      actuals: [anActual('90.2', { raw: '90.2%', numerator: aDecimal('15006'), denominator: aDecimal('16636') })],
    }),
  ]
}
