import type { CoreStatus, DecisionKind, Grade, Scale, ScaleKind } from './scale.ts'

/** 尺度のひな型 — words that offices use, to be taken over and edited; `key` stands in an address. */
export type ScaleTemplate = Omit<Scale, 'id'> & { key: string }

type Said = readonly [word: string, meaning: string | null, core: CoreStatus | null, decision?: DecisionKind]
const template = (key: string, name: string, kind: ScaleKind, grades: readonly Said[]): ScaleTemplate => ({
  key,
  name,
  kind,
  grades: grades.map(([word, meaning, core, decision = null]): Grade => ({ word, meaning, core, decision })),
})

/** From the scales that published plans use (FIELD 1b and 2.9); the meanings are ours. */
export const SCALE_TEMPLATES: readonly ScaleTemplate[] = [
  template('letters', '達成度（S・A・B・C）', 'status', [
    ['S', '目標を大きく上回った', 'achieved'],
    ['A', '目標を達成した', 'achieved'],
    ['B', '目標には届かないが、おおむね進んでいる', 'on-track'],
    ['C', '目標に届かず、遅れている', 'behind'],
  ]),
  template('attainment', '達成状況', 'status', [
    ['達成', '年度の目標を達成した', 'achieved'],
    ['概ね達成', '目標にわずかに届かないが、取組は計画どおり進んだ', 'on-track'],
    ['遅れて達成', '予定の時期を過ぎて達成した', 'on-track'],
    ['未達成', '目標に届かなかった', 'behind'],
  ]),
  template('start', '着手の状況', 'status', [
    ['完了', '予定した取組をすべて終えた', 'achieved'],
    ['取組中', '取り組んでいる', 'on-track'],
    ['未着手', 'まだ始めていない', 'not-started'],
  ]),
  template('schedule', '進み具合', 'status', [
    ['予定通り', '行動計画の時期に沿っている', 'on-track'],
    ['若干の遅れ', '時期は遅れているが、年度の中で取り戻せる', 'behind'],
    ['遅れ', '時期の見直しが要る', 'behind'],
  ]),
  template('partly', '目標の達成', 'status', [
    ['達成', 'すべての目標を達成した', 'achieved'],
    ['一部達成', '達成した目標と、していない目標がある', 'behind'],
    ['未達成', 'どの目標も達成していない', 'behind'],
  ]),
  template('direction', '今後の方向性', 'decision', [
    ['拡充', '対象や予算を広げる', null, 'expand'],
    ['継続', '今のまま続ける', null, 'continue'],
    ['改善', 'やり方を改めて続ける（改善計画を作る）', null, 'improve'],
    ['統合', 'ほかの取組と一つにする', null, 'merge'],
    ['縮小', '対象や予算を減らして続ける', null, 'reduce'],
    ['完了', '目的を果たしたので終える', 'ended', 'complete'],
    ['廃止', '続けずに終える', 'ended', 'end'],
    ['経常事業', '計画からはずし、日常の仕事として続ける', 'ended', 'routine'],
  ]),
  template('direction-three', '方向性（三区分）', 'decision', [
    ['現状維持', '今のまま続ける', null, 'continue'],
    ['改革改善', 'やり方を改めて続ける（縮小・統合を含む）', null, 'improve'],
    ['終了・廃止・休止', '続けない', 'ended', 'end'],
  ]),
  template('committee', '外部評価の結果', 'decision', [
    ['このまま継続', '今のまま続けてよい', null, 'continue'],
    ['改善して継続', '意見を踏まえて改めて続ける', null, 'improve'],
    ['終了', '終えるべきである', 'ended', 'end'],
  ]),
  template('results', '成果', 'results', [
    ['向上', '前の年度より成果が上がった', null],
    ['維持', '前の年度と変わらない', null],
    ['低下', '前の年度より成果が下がった', null],
  ]),
  template('cost', 'コスト', 'cost', [
    ['削減', '前の年度より費用が減った', null],
    ['維持', '前の年度と変わらない', null],
    ['増加', '前の年度より費用が増えた', null],
  ]),
]
