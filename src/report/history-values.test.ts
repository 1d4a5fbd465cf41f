import { expect, it } from 'vitest'
import type { AuditEntry } from '../reform/audit.ts'
import { historyLine } from './history-lines.ts'

const NAMES: Record<string, string> = {
  'initiative-1': '3-1-1 ふるさと納税の推進',
  cost: 'コスト',
  'outlook-1': '令和6年度策定',
  zaisei: '清水 陽菜',
  'improvement-1': '3-1-1 ふるさと納税の推進',
}
const entry = (said: Partial<AuditEntry> & Pick<AuditEntry, 'table'>): AuditEntry =>
  ({
    number: 1,
    at: new Date(0),
    by: 'zaisei',
    role: null,
    request: null,
    why: null,
    key: {},
    act: 'insert',
    before: null,
    after: null,
    ...said,
  }) as AuditEntry
const told = (said: Parameters<typeof entry>[0]) => historyLine(entry(said), (id) => NAMES[id] ?? null)
const after = (table: string, row: Record<string, unknown>) => told({ table, after: row }).fields.map(({ name, after: is }) => [name, is])

it.each([
  [
    'judgement',
    { stage: 'headquarters', scale: 'cost', on: '2025-06-02' },
    [
      ['段階', '推進本部'],
      ['尺度', 'コスト'],
      ['決定した日', '令和7年6月2日'],
    ],
  ],
  [
    'judgement',
    { proposal: { rule: 'r', word: '達成', why: '達成率は102.5％です。', inputs: [] } },
    [['判定案', '達成（達成率は102.5％です。）']],
  ],
  [
    'effect_mark',
    {
      effect: '["後期策定時","1 伝わる",["node","node-2"],2027,null,null]',
      line: 'expenditure/義務的経費/人件費',
      outlook: 'outlook-1',
      amount_yen: 41200000,
    },
    [
      ['効果額', '1 伝わる（令和9年度、後期策定時）'],
      ['含まれている見通しの行', '歳出：義務的経費：人件費'],
      ['財政見通し', '令和6年度策定'],
      ['判定したときの額', '41,200,000円'],
    ],
  ],
  [
    'budget_reflection',
    { reflected: { note: '委託を減らす。', amountYen: -1280000, budgetYear: 2025 } },
    [['反映の内容', '令和7年度予算 ▲1,280,000円（委託を減らす。）']],
  ],
  ['retirement_criterion', { rule: { kind: 'targets-missed', years: 2 } }, [['基準', '一つの指標が2年続けて目標に届かない']]],
  [
    'judgement_rule',
    {
      method: 'achievement-rate',
      bands: [
        { word: '達成', from: '1' },
        { word: '未達成', from: null },
      ],
    },
    [
      ['方法', '達成率'],
      ['区分', '達成：100.0%以上\n未達成：それ以外'],
    ],
  ],
  [
    'opinion',
    { stage: 'external', from: '総合計画審議会', response: { on: null, text: '加えます。', section: '財政課' } },
    [
      ['段階', '外部評価'],
      ['意見を述べた機関', '総合計画審議会'],
      ['対応', '加えます。（財政課、下書き）'],
    ],
  ],
  [
    'reorganisation',
    {
      state: 'drafting',
      changes: [{ kind: '統合', from: ['財政課', '資産経営課'], to: ['財政資産課'], what: null, parent: '財務部', reason: '一体で考える' }],
    },
    [
      ['状態', '案'],
      ['組織の変更', '統合：財政課、資産経営課 → 財政資産課（一体で考える）'],
    ],
  ],
  [
    'carry_over',
    { state: 'applied', made: { plan: 'p', nodes: ['a'], initiatives: ['b', 'c'], indicators: [], lineage: [{}], hashes: {} } },
    [
      ['状態', '作成済'],
      ['作ったもの', '取組2件、柱・区分1件、指標0件、系譜1行'],
    ],
  ],
] as const)('変更の記録は符号や構造を見せず、言葉で言う：%s', (table, row, says) => expect(after(table, row)).toEqual(says))

it('経過を加えた改善計画は、取組の名で呼び、加えた経過だけを言う', () => {
  const first = { by: 'zaisei', on: '2025-06-02', text: '予約を一つにまとめた。' }
  const second = { by: 'zaisei', on: '2025-07-01', text: '鍵の場所を決めた。' }
  const line = told({
    table: 'improvement',
    act: 'update',
    key: { id: 'improvement-1' },
    before: { notes: [first] },
    after: { notes: [first, second] },
  })
  expect(line.what).toBe('改善計画「3-1-1 ふるさと納税の推進」')
  expect(line.fields.map(({ name, before, after: is }) => [name, before, is])).toEqual([
    ['経過', null, '令和7年7月1日 鍵の場所を決めた。（清水 陽菜）'],
  ])
})

it('引継ぎの表は、変わった取組の行だけを言う', () => {
  const row = (decision: string | null) => ({ initiative: 'initiative-1', decision, word: null, to: [], reason: '' })
  const other = { initiative: 'initiative-2', decision: 'end', word: null, to: [], reason: '役目を終えた' }
  const line = told({ table: 'carry_over', act: 'update', before: { rows: [row(null), other] }, after: { rows: [row('continue'), other] } })
  expect(line.fields.map(({ before, after: is }) => [before, is])).toEqual([
    ['3-1-1 ふるさと納税の推進：未定', '3-1-1 ふるさと納税の推進：継続'],
  ])
})
