import type { RoundAnswer } from '../../src/workflows/tell-round.ts'

/*
 * 令和7年度の照会 — the round that is under way in あおば市 when the demonstration begins: what each section has answered so far,
 * and how far it has come. The days are counted back from the first start, so that the round is always half-way.
 */

export const title = '令和7年度取組状況の照会'
export const office = 'jimukyoku'
export const fiscalYear = 2025
export const contact = '行政経営課 改革係（内線 2345）'

export const answers: readonly RoundAnswer[] = [
  {
    title: '申請・届出のオンライン化',
    section: '行政経営課',
    reporter: 'digital',
    fate: '受理',
    progress: 'オンラインで申請できる手続を158から204に増やした。\n申請の割合は24,780／60,000件 41.3％となった。',
    issues: '窓口で操作を手伝う職員を、繁忙期に各課から出してもらう。',
    actuals: { オンライン申請率: '41.3', オンラインで申請できる手続の数: '204' },
  },
  {
    title: '申請書記入の省力化',
    section: '市民課',
    reporter: 'shimin',
    fate: '差戻し後',
    progress:
      '対象の届出を33種類から41種類に増やした。\n窓口での手続時間は平均19分から16分に短くなった。令和8年2月の1か月、本庁の窓口で測った値である。',
    issues: '支所でも同じ機器を使えるようにする。',
    actuals: { 窓口での平均手続時間: '16' },
    returned: {
      reason: '平均16分は、いつ、どこで測った値かを書き添えてください。',
      before: '対象の届出を33種類から41種類に増やした。\n窓口での手続時間は平均16分に短くなった。',
    },
  },
  {
    title: 'キャッシュレス納付の拡大',
    section: '会計課',
    reporter: 'kaikei',
    fate: '課長承認',
    progress: '保育料と住宅使用料の納付書に二次元コードを印刷した。\nキャッシュレスの割合は30,720／90,000件 34.1％となった。',
    issues: '収納代行の契約を来年度から一本にまとめる。',
    actuals: { キャッシュレス納付の割合: '34.1' },
  },
  {
    title: '市公式アプリによる情報配信',
    section: '広報広聴課',
    reporter: 'koho',
    fate: '提出',
    progress: '防災の通知を加え、登録者は11,940人から17,280人に増えた。',
    issues: '公民館の講座を続け、登録を手伝う。',
    // a zero too many, as it happens: what the checks are for
    actuals: { 市公式アプリの登録者数: '172,800' },
  },
  {
    title: 'オープンデータの公開拡大',
    section: '行政経営課',
    reporter: 'digital',
    fate: '課長承認',
    progress: '公開するデータを71件から80件に増やし、利用者との意見交換を2回開いた。',
    issues: '地図で見られる形のデータを増やす。',
  },
  {
    title: 'やさしい日本語による案内',
    section: '広報広聴課',
    reporter: 'koho',
    fate: '下書き',
    progress: '税の通知9種類を納税課とともに書き換えた。',
    issues: '',
  },
  {
    title: '定型業務の自動化（RPA）',
    section: '行政経営課',
    reporter: 'digital',
    fate: '受理',
    progress: '新たに5業務を自動化し、19業務で年間4,100時間を削減した。',
    issues: '手順を直せる職員が各課に1人以上いる状態にする。',
    actuals: { 自動化による削減時間: '4,100' },
    change: {
      kind: 'target',
      of: '自動化による削減時間',
      after: '8,000以上',
      reason: '対象の業務を広げる見込みが立ったため、最終年度の目標を引き上げる。',
    },
  },
  {
    title: '文書管理の電子化',
    section: '総務課',
    reporter: 'somu',
    fate: '差戻し',
    progress: '電子決裁率は76.2％から81.5％に上がった。',
    issues: '保存期間を過ぎた紙の文書の廃棄を進める。',
    actuals: { 電子決裁率: '81.5', 紙の文書の保管量: '－' },
    returned: {
      reason:
        '紙の文書の保管量が「－」になっています。年度末に数えた箱の数を入れてください。まだ数えていないときは、その予定を書いてください。',
      before: '',
    },
  },
  {
    title: '職員提案制度の活用',
    section: '行政経営課',
    reporter: 'gyokaku',
    fate: '受理',
    progress: '149件の提案があり、58件を実施した。\n実施した提案のうち11件を他の課に広げた。',
    issues: '提案者と実施する課をつなぐ場を四半期ごとに設ける。',
    actuals: { 職員提案の件数: '149', 実施した提案の件数: '58' },
  },
  {
    title: '時間外勤務の縮減',
    section: '人事課',
    reporter: 'jinji',
    fate: '提出',
    progress: '1人当たりの月平均は12.1時間で、前年度から0.8時間減った。',
    issues: '特定の職員に業務が偏る課への応援を制度とする。',
    actuals: { '1人当たりの時間外勤務': '12.1' },
    change: {
      kind: 'target',
      of: '1人当たりの時間外勤務',
      after: '10.0以下',
      reason: '応援の制度により前倒しで目標に届く見込みとなったため、最終年度の目標を引き上げる。',
    },
  },
  {
    title: 'ふるさと納税の推進',
    section: '財政課',
    reporter: 'zaisei',
    fate: '下書き',
    progress: '寄附をした人に市の取組を伝える便りを年4回届けた。',
    issues: '',
    actuals: { 寄附額: '239,800' },
  },
  {
    title: '市税収納率の向上',
    section: '納税課',
    reporter: 'nozei',
    fate: '提出',
    // the same words as last year, for the office to find
    progress: '現年課税分の収納率は99.2％となり、前年度から0.1ポイント上昇した。',
    issues: '滞納となった事情を早く聞き取り、福祉の相談につなぐ。',
    actuals: { '市税収納率（現年課税分）': '99.3' },
  },
  {
    title: '補助金の点検',
    section: '財政課',
    reporter: 'zaisei',
    fate: '受理',
    progress: '3年目の点検として団体補助50件を点検し、2件を廃止、9件を減額した。',
    issues: '定めた指標で効果を測り、次の点検に生かす。',
  },
  {
    title: '公共施設の再配置',
    section: '資産経営課',
    reporter: 'shisetsu',
    fate: '課長承認',
    progress: '西部地区の計画を定め、集会所2か所の統合を決めた。延床面積は1,140㎡減った。',
    issues: '南部地区の意見交換会を始める。',
    actuals: { 公共施設の延床面積: '211,080', 地区別の計画を定めた地区の数: '2' },
  },
  {
    title: '公用車の共用化',
    section: '資産経営課',
    reporter: 'kanzai',
    fate: '提出',
    progress: '',
    issues: '',
    unchanged: true,
  },
]
