import type { ReorganisationStory } from '../../src/workflows/tell-reorganisation.ts'

/*
 * あおば市の組織改正 — the one of 令和7年4月1日, taken from its document and applied, and the draft for 令和8年4月1日 with 14 new
 * sections, which waits to be looked at.
 */

/** The draft as the personnel section sent it: a table of a spreadsheet. */
export const nextTable = [
  ['区分', '旧', '新', '部', '理由'],
  ['統合', '財政課、資産経営課', '財政資産課', '財務部', '予算と公共施設の更新を一体で考えるため'],
  ['統合', '納税課、会計課', '収納課', '財務部', '納付の窓口を一つにするため'],
  ['分割', '市民課', '窓口サービス課、戸籍住民課', '市民部', '窓口の改善を専ら担う課を置くため'],
  ['分割', '広報広聴課', '広報課、広聴相談課', '総務部', '市民の声を聴く体制を強めるため'],
  ['分割', '商工観光課', '産業振興課、観光交流課', '産業部', '観光を産業の柱の一つにするため'],
  ['改称', '総務課', '法務総務課', '', '法務の支援を強めるため'],
  ['改称', '市民協働課', '地域協働課', '', '地域の組織とともに進めるため'],
  ['再編', '人事課', '人材戦略課', '総務部', '採用から育成までを一つの方針で行うため'],
  ['新設', '', 'デジタル戦略室', '総務部', '業務の自動化とデータの活用を進めるため'],
  ['移管', '行政経営課', 'デジタル戦略室', '', '情報システムと業務の自動化に関する事務を移す'],
  ['新設', '', '危機管理課', '総務部', '災害への備えを専ら担うため'],
  ['新設', '', '脱炭素推進課', '市民部', '公共施設と地域の脱炭素を進めるため'],
]
  .map((row) => row.join('\t'))
  .join('\n')

const at = (time: string): Date => new Date(`2025-06-02T${time}:00+09:00`)

export const reorganisation: ReorganisationStory = {
  plan: 'あおば市行財政改革推進プラン2023-2027',
  office: 'jimukyoku',
  taken: { title: '令和7年度組織改正', effective: '2025-04-01', at: at('11:50') },
  draft: {
    title: '令和8年度組織改正（案）',
    effective: '2026-04-01',
    table: nextTable,
    at: at('12:30'),
    choices: [
      { title: '申請・届出のオンライン化', from: '行政経営課', to: 'デジタル戦略室' },
      { title: '定型業務の自動化', from: '行政経営課', to: 'デジタル戦略室' },
      { title: '申請書記入の省力化', from: '市民課', to: '窓口サービス課' },
      { title: '市公式アプリによる情報配信', from: '広報広聴課', to: '広報課' },
    ],
  },
}
