import type { CarryOverStory } from '../../src/workflows/tell-carry-over.ts'

/*
 * 次の計画への引継ぎ — the office of あおば市 begins early: a first draft of the plan that follows in 令和10年度, about half of it decided.
 * Nothing of it is published; who signs in finds it on the page of the plan, and can go on from there.
 */
export const carryOver: CarryOverStory = {
  plan: 'あおば市行財政改革推進プラン2023-2027',
  office: 'jimukyoku',
  at: new Date('2025-05-26T15:20:00+09:00'),
  title: '行財政改革推進プラン2028-2032（検討中の案）',
  kind: '推進プラン',
  from: '令和10年度',
  to: '令和14年度',
  lines: {
    '申請・届出のオンライン化': { decision: 'continue', titles: '行かなくてよい市役所の実現' },
    申請書記入の省力化: { decision: 'merge', titles: '書かない・待たない窓口', reason: '窓口の改革として一つに進めるため' },
    キャッシュレス納付の拡大: { decision: 'merge', titles: '書かない・待たない窓口', reason: '窓口の改革として一つに進めるため' },
    市公式アプリによる情報配信: { decision: 'continue' },
    オープンデータの公開拡大: { decision: 'complete', reason: '公開の手順が定まり、各課の通常の業務となるため' },
    やさしい日本語による案内: { decision: 'continue' },
    '定型業務の自動化（RPA）': { decision: 'continue-afresh', titles: '定型業務の自動化と生成AIの活用' },
    文書管理の電子化: { decision: 'complete', reason: '電子決裁への移行が計画期間中に終わる見込みのため' },
    業務プロセスの再設計: { decision: 'split', titles: '業務プロセスの再設計\n内部事務の集約処理' },
    職員提案制度の活用: { decision: 'continue' },
    男性職員の育児休業取得の促進: { decision: 'end', reason: '特定事業主行動計画で進めるため' },
    ふるさと納税の推進: { decision: 'continue' },
    市税収納率の向上: { decision: 'continue' },
    補助金の点検: { decision: 'continue' },
    公共施設の再配置: { decision: 'continue' },
  },
  added: [
    { title: '広域連携による窓口の共同化', sections: '市民課', beside: '申請書記入の省力化' },
    { title: '公共施設の脱炭素化', sections: '資産経営課', beside: '公共施設の再配置' },
  ],
}
