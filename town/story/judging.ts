import type { JudgingStory } from '../../src/workflows/tell-judging.ts'

/*
 * 令和6年度の評価 — how あおば市 judged its 28 initiatives: the sections and the departments how far each has come, the headquarters
 * what becomes of it. Twice somebody decided otherwise than the figures say, and wrote why.
 */
const at = (time: string): Date => new Date(`2025-06-02T${time}:00+09:00`)

/** Initiatives without figures, as their sections judged them. */
const WITHOUT_FIGURES = {
  電話応対の一元化: '達成',
  オープンデータの公開拡大: '達成',
  やさしい日本語による案内: '概ね達成',
  庶務事務の集約: '概ね達成',
  会議運営の見直し: '達成',
  業務量調査の実施: '達成',
  男性職員の育児休業取得の促進: '達成',
  定員管理の適正化: '達成',
  研修体系の再構築: '未達成',
  広告収入の拡大: '概ね達成',
  未利用財産の売却と貸付け: '概ね達成',
  補助金の点検: '達成',
  電力調達の見直し: '達成',
  施設の包括的な管理委託: '達成',
  指定管理者制度の点検: '概ね達成',
  公用車の共用化: '達成',
}
/** The storage of paper is 2 % above its ceiling, which has no rate: the section says in words how far it fell short. */
const PAPER = {
  word: '概ね達成',
  reason: '電子決裁率は目標を超えた。紙の文書は目標の5,400箱まで110箱であり、廃棄の時期が令和7年4月にずれたためである。',
}

export const judging: JudgingStory = {
  plan: 'あおば市行財政改革推進プラン2023-2027',
  office: 'jimukyoku',
  fiscalYear: 2024,
  scales: ['attainment', 'direction', 'results', 'cost'],
  rule: {
    name: '年度の目標に対する達成率による判定',
    scale: 'attainment',
    method: 'achievement-rate',
    from: { 達成: '100', 概ね達成: '80' },
    rest: '未達成',
    shares: [],
    exempt: [],
  },
  at: at('12:00'),
  stages: [
    { stage: 'section', scale: 'attainment', at: at('12:10'), words: { ...WITHOUT_FIGURES, 文書管理の電子化: PAPER }, rest: null },
    {
      stage: 'department',
      scale: 'attainment',
      at: at('12:20'),
      words: {
        ...WITHOUT_FIGURES,
        文書管理の電子化: PAPER,
        未利用財産の売却と貸付け: {
          word: '未達成',
          reason: '売却を見込んだ2件のうち1件が入札に至らなかった。年度の計画に届かないと見るのが適当である。',
        },
        公共施設の再配置: {
          word: '概ね達成',
          reason:
            '延床面積は目標を満たしたが、減った分の多くは前の年度に決めた施設の廃止によるもので、地区との話合いは予定より遅れている。',
        },
        ふるさと納税の推進: {
          word: '概ね達成',
          reason: '寄附額は目標を超えたが、返礼品の調達と発送の費用も増えており、手元に残る額の伸びは計画に届いていない。',
        },
      },
      rest: null,
    },
    {
      stage: 'headquarters',
      scale: 'direction',
      at: at('12:30'),
      words: {
        窓口申請のオンライン化: { word: '拡充', reason: '電子納付と合わせ、対象の手続を前倒しで広げる。' },
        '定型業務の自動化（RPA）': { word: '拡充', reason: '削減時間が計画を上回り、ほかの課にも広げられる。' },
        電話応対の一元化: { word: '完了', reason: '全庁の代表電話の一元化を終えた。' },
        電力調達の見直し: { word: '完了', reason: '一括の入札に移り、毎年度の契約の仕事となった。' },
        研修体系の再構築: { word: '改善', reason: '2年続けて計画の時期に届かない。進め方を改める。' },
        広告収入の拡大: { word: '改善', reason: '媒体を増やしても収入が伸びない。募集のしかたを改める。' },
        未利用財産の売却と貸付け: { word: '改善', reason: '売却に至らない財産の扱いを決める手順がない。' },
        会議運営の見直し: { word: '縮小', reason: '取組が定着したので、点検を年1回とする。' },
      },
      rest: '継続',
    },
    {
      stage: 'headquarters',
      scale: 'results',
      at: at('12:40'),
      words: {
        研修体系の再構築: '低下',
        広告収入の拡大: '維持',
        未利用財産の売却と貸付け: '低下',
        会議運営の見直し: '維持',
        指定管理者制度の点検: '維持',
      },
      rest: '向上',
    },
    {
      stage: 'headquarters',
      scale: 'cost',
      at: at('12:45'),
      words: {
        '定型業務の自動化（RPA）': '削減',
        電力調達の見直し: '削減',
        時間外勤務の縮減: '削減',
        補助金の点検: '削減',
        ふるさと納税の推進: '増加',
        窓口申請のオンライン化: '増加',
      },
      rest: '維持',
    },
  ],
}
