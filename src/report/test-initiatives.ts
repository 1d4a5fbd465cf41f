import { aDecimal, anId, anInitiative, aPart, aReport, aSection } from '../../town/story/builders.ts'
import type { Initiative } from '../reform/record.ts'
import { COUNTER, FUNDS, PLAN } from './test-ids.ts'

/* あおば市の取組 — with the awkward answers: half years, an open end, a guess, a dash, an empty cell. */
const marks = (...on: string[]) =>
  ['カウンター', 'キャッシュ', 'ペーパー', 'ファイル', 'ムーブ'].map((name) => ({ scheme: '5レス', name, on: on.includes(name) }))

export const online: Initiative = anInitiative({
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

export const counter = anInitiative({
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
export const vehicles = anInitiative({
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
export const hometown = anInitiative({
  id: anId('initiative-4'),
  plan: PLAN,
  node: FUNDS,
  number: '④',
  title: 'ふるさと納税の推進',
  sections: ['財政課'],
  description: '返礼品の見直しと情報発信により寄附を増やす。',
  reports: [aReport({ fiscalYear: 2024, section: '財政課', progress: '寄附の受付先を2か所増やした。' })],
})
export const minutes = anInitiative({
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
