import type { FollowingStory } from '../../src/workflows/tell-following.ts'

/*
 * 評価の後 — what outsiders said of the initiatives of あおば市 and what was done about it, the improvement plans, the criteria for
 * ending, and what the decisions changed in the budget. The plans of 令和5年度 were taken over from paper.
 */
const at = (time: string): Date => new Date(`2025-06-02T${time}:00+09:00`)

export const following: FollowingStory = {
  plan: 'あおば市行財政改革推進プラン2023-2027',
  office: 'jimukyoku',
  at: at('12:50'),
  costs: [
    {
      title: '窓口申請のオンライン化',
      rows: [
        ['令和5年度', '決算', '18,640'],
        ['令和6年度', '予算', '21,500'],
        ['令和6年度', '決算', '20,915'],
      ],
    },
    {
      title: 'キャッシュレス納付の拡大',
      rows: [
        ['令和6年度', '予算', '6,200'],
        ['令和6年度', '決算', '5,870'],
      ],
    },
    {
      title: '市公式アプリによる情報配信',
      rows: [
        ['令和6年度', '予算', '3,960'],
        ['令和6年度', '決算', '3,960'],
      ],
    },
    {
      title: '定型業務の自動化',
      rows: [
        ['令和5年度', '決算', '4,180'],
        ['令和6年度', '予算', '4,400'],
        ['令和6年度', '決算', '4,312'],
      ],
    },
    {
      title: '文書管理の電子化',
      rows: [
        ['令和6年度', '予算', '9,800'],
        ['令和6年度', '決算', '9,641'],
      ],
    },
    {
      title: '職員提案制度の活用',
      rows: [
        ['令和6年度', '予算', '350'],
        ['令和6年度', '決算', '298'],
      ],
    },
    {
      title: 'ふるさと納税の推進',
      rows: [
        ['令和6年度', '予算', '152,000'],
        ['令和6年度', '決算', '149,330'],
      ],
    },
    {
      title: '研修体系の再構築',
      rows: [
        ['令和6年度', '予算', '2,700'],
        ['令和6年度', '決算', '2,145'],
      ],
    },
  ],
  opinions: [
    {
      title: '窓口申請のオンライン化',
      year: '令和6年度',
      from: 'あおば市行政改革推進委員会',
      text: '手続の数は増えたが、利用の少ない手続が残る。件数の多い手続から画面の分かりやすさを確かめ、高齢者にも試してもらうこと。',
      saidOn: '令和7年5月12日',
      response: {
        by: 'digital-kacho',
        text: '申請の多い10手続について、公民館の講座の参加者に試してもらい、令和7年9月までに画面を直します。',
        on: '令和7年5月28日',
      },
    },
    {
      title: '未利用財産の売却と貸付け',
      year: '令和6年度',
      from: 'あおば市行政改革推進委員会',
      text: '売却に至らない財産の維持費が示されていない。維持費と売却の見込みを並べて、売るか貸すかを決める手順を示すこと。',
      saidOn: '令和7年5月12日',
      response: null,
    },
    {
      title: null,
      year: '令和6年度',
      from: '総合計画審議会',
      text: '取組の数に比べ、市民に分かる成果の説明が少ない。効果額だけでなく、暮らしがどう変わったかを示すこと。',
      saidOn: '令和7年5月19日',
      response: { by: 'jimukyoku', text: '公表する画面に、取組ごとの目標と実績の図と、用語の説明を加えます。', on: '令和7年5月30日' },
    },
    {
      title: '公共施設の再配置',
      year: '令和5年度',
      from: '総合計画審議会',
      text: '施設を減らす面積だけでなく、地区との話合いの進み方も毎年示すこと。',
      saidOn: '令和6年7月8日',
      response: {
        by: 'shisetsu-kacho',
        text: '地区ごとの話合いの回数と主な意見を、令和6年度の取組状況から記しました。',
        on: '令和7年4月18日',
      },
    },
  ],
  improvements: [
    {
      title: '研修体系の再構築',
      year: 2024,
      by: 'jinji',
      cause: '研修の内容を決める会議が年1回しかなく、各課の希望を集めてから日程を決めるまでに半年かかっている。',
      action: '四半期ごとに内容を決め、動画で受けられる研修を先に始める。',
      due: '令和8年3月31日',
      notes: ['動画で受けられる研修6本を選び、各課に示した。'],
      outcome: null,
    },
    {
      title: '公用車の共用化',
      year: 2023,
      by: 'kanzai',
      cause: '課ごとの鍵の管理が残り、空いている車が分からない。',
      action: '予約を一つの表にまとめ、鍵を管財課に集める。',
      due: '令和7年3月31日',
      notes: ['本庁舎の14台の予約を一つにまとめた。', '支所の5台は、鍵の置き場所が決まらず残っている。'],
      outcome: null,
    },
    {
      title: '電力調達の見直し',
      year: 2023,
      by: 'kanzai',
      cause: '施設ごとに契約しており、単価の比較ができない。',
      action: '高圧の施設の契約を一つにまとめて入札する。',
      due: '令和7年3月31日',
      notes: ['高圧の22施設をまとめた仕様書を作った。'],
      outcome: '22施設を一つの契約とし、1キロワット時あたりの単価が下がった。',
    },
  ],
  criteria: [
    { name: '基準1　2年続けて目標に届かない', kind: 'targets-missed', years: '2' },
    { name: '基準2　最終目標を達成した', kind: 'final-target-met' },
  ],
  reflections: [
    { title: '研修体系の再構築', year: 2024, budgetYear: '令和7年度', amount: '450,000', note: '動画で受けられる研修の利用料を加える。' },
    { title: '広告収入の拡大', year: 2024, none: '募集のしかたを改めるもので、予算は変わらない。' },
    { title: '会議運営の見直し', year: 2024, budgetYear: '令和7年度', amount: '▲1,280,000', note: '会議録の作成委託と印刷を減らす。' },
  ],
}
