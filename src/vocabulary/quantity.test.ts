import { describe, expect, it } from 'vitest'
import { type Quantity, readQuantities } from './quantity.ts'

type Said = Partial<Record<keyof Quantity, unknown>>

/** Only what a case is about is compared. */
function check(text: string, expected: Said[]): void {
  const read = readQuantities(text)
  expect(
    read.map((q, i) => Object.fromEntries(Object.keys(expected[i] ?? { label: 0, value: 0 }).map((k) => [k, q[k as keyof Quantity]]))),
  ).toEqual(expected)
  for (const q of read) expect(text.slice(q.start, q.end)).toBe(q.raw)
}

const one = (text: string, expected: Said): void => check(text, [expected])

describe('文中の数値の読み取り', () => {
  it.each<[string, string, Said]>([
    ['1 しきい値', '窓口満足度 90%以上', { label: '窓口満足度', value: '90', unit: '%', comparator: '>=' }],
    ['1 しきい値', '窓口満足度 90%以上を維持', { comparator: '>=', maintain: true }],
    ['1 しきい値', '共通事務の割合 12%未滿', { value: '12', comparator: '<' }],
    ['2 期間あたり', '改善提案件数 48件/年', { value: '48', unit: '件', per: '年' }],
    ['2 期間あたり', '▼改善提案件数→48件/年間', { label: '改善提案件数', per: '年間' }],
    ['2 期間あたり', '在宅勤務延べ実施者数 9,000人(1か年度)', { value: '9000', unit: '人', per: 'か年度', cumulative: 'gross' }],
    ['3 件数', '窓口の職員数は26,471人', { label: '窓口の職員数', value: '26471', unit: '人' }],
    ['4 負の値', '前年からの増減数▲3人', { label: '前年からの増減数', value: '-3', unit: '人' }],
    ['4 負の値', '収支差額:△6,669千円', { value: '-6669', amountYen: -6669000 }],
    [
      '4 増減の語',
      '正規職員の合計で12名の減員となった。',
      { label: '正規職員の合計', value: '12', change: { value: '-12', unit: '名', kind: 'amount' } },
    ],
    [
      '5 件数つきの割合',
      '・軽自動車税 1,206／2,043件 59.0% （窓口分のみ）',
      { label: '軽自動車税', value: '59.0', unit: '%', numerator: '1206', denominator: '2043' },
    ],
    ['5 割合の後の件数', '・軽自動車税 59.0%（1,206件／2,043件）', { value: '59.0', numerator: '1206', denominator: '2043' }],
    ['4 括弧の増減', '職員数 508人（▲4人）', { value: '508', previous: null, change: { value: '-4', unit: '人', kind: 'amount' } }],
    [
      '4 括弧の増減の語',
      '予算事業数 R4:1,312 → R5:1,107事業（205事業減）',
      { value: '1107', from: '1312', change: { value: '-205', unit: '事業', kind: 'amount' } },
    ],
    ['8 単位の違う矢印', '・基金残高：R4年度末 12億円 → R5年度末 10億5千万円', { value: '1050000000', unit: '円', from: '1200000000' }],
    ['2 年間', '委託により、年間1,200時間の業務時間を削減した。', { label: '業務時間を削減', value: '1200' }],
    ['平均', '問い合わせ件数が月平均150件から90件に減少した。', { label: '問い合わせ件数', value: '90', from: '150' }],
    [
      '後ろに名のある値',
      '●職員の研修を行い、新たに15件の事務を自動化',
      { label: '事務を自動化', value: '15', raw: '新たに15件の事務を自動化' },
    ],
    ['5 組', '証明書1件あたり 約12分→約4分', { value: '4', unit: '分', from: '12', approximate: true }],
    ['7 時点つき', '令和4年度の公募委員の比率は6.1%', { label: '公募委員の比率', asOf: '令和4年度', value: '6.1' }],
    ['7 時点つき', '参考値：2021年度末時点の受付件数 4,445件', { label: '受付件数', asOf: '2021年度末時点', value: '4445' }],
    ['8 矢印', '・経費1事業あたり\nR4:21枚 → R5:8枚', { label: '経費1事業あたり', value: '8', unit: '枚', from: '21', asOf: 'R5' }],
    ['8 矢印', '予算事業数\nR4:1,312 → R5:1,107事業', { value: '1107', unit: '事業', from: '1312' }],
    ['8 矢印', '平均処理日数 25.7→26.25日', { value: '26.25', from: '25.7' }],
    ['8 目標からの矢印', '▼女性管理職割合30%以上に向けた取組→21.7%', { label: '女性管理職割合', value: '21.7', comparator: null }],
    ['9 前の値', '受験者数:236名(198名)', { raw: '受験者数:236名(198名)', value: '236', previous: { value: '198', unit: '名' } }],
    ['9 前の値', '・受講者満足度 91.2% ※2020年度 87.8%、2021年度 88.4%', { value: '91.2', previous: { value: '88.4', unit: '%' } }],
    [
      '10 前年度比',
      '▼コンビニ交付件数：22,182件 <前年度比：6,011件増>',
      { value: '22182', change: { value: '6011', unit: '件', kind: 'amount' } },
    ],
    ['10 前年比', '▼公募委員の比率は5.5%（前年比0.4ポイント減少）', { change: { value: '-0.4', unit: 'ポイント', kind: 'point' } }],
    [
      '10 前年度比',
      '●啓発（育休取得率：2022年度 32.9%）※前年度比 11.7%増',
      { label: '育休取得率', value: '32.9', asOf: '2022年度', change: { value: '11.7', unit: '%', kind: 'ratio' } },
    ],
    ['12 ローマ数字の項', 'ii提言数：選び方を改めた。→8件', { label: '提言数', key: 'ii', value: '8', unit: '件' }],
    ['13 リーダー', '資格の助成・・・46資格', { label: '資格の助成', value: '46', unit: '資格' }],
    ['14 物理量', '1人1日あたりのごみ排出量880g', { label: '1人1日あたりのごみ排出量', value: '880', unit: 'g' }],
    ['15 金額の語', '令和4年度の標準財政規模は約190億円', { value: '190', unit: '億円', amountYen: 19_000_000_000, approximate: true }],
    [
      '15 金額の増減',
      '基金の残高は12億3,400万円（前年度末比5,600万円減）である。',
      { value: '1234000000', unit: '円', change: { value: '-56000000', unit: '円', kind: 'amount' } },
    ],
    ['15 金額の語', '節減された経費→7,832千円/年間', { unit: '千円', amountYen: 7_832_000, per: '年間' }],
    ['16 累計', '利用事務数(累計) 73件', { label: '利用事務数(累計)', cumulative: 'cumulative' }],
    ['16 延べ', '延べ受講者数61名', { value: '61', cumulative: 'gross' }],
    ['20 全角', '受付件数　１，２３４件', { label: '受付件数', value: '1234', unit: '件' }],
    [
      '単位のない値',
      '「総業務量/通常の時間」は1.04を維持した',
      { label: '総業務量/通常の時間', value: '1.04', unit: null, maintain: true },
    ],
    ['後ろに名のある値', '●体験講座を開き、77名が受講した。', { label: '受講', value: '77', raw: '77名が受講' }],
    ['万の付く人数', 'SNSの登録者 9,000万人', { value: '90000000', unit: '人' }],
    ['印字の桁', '受診率 100.0%', { value: '100.0' }],
  ])('%s: %s', (_, text, expected) => one(text, expected))

  it('一覧の見出しを group に残す', () => {
    check('●2022.4.1時点職員数 合計162人 正規職員120人、4条任期付2人、再任用40人(短時間含)', [
      { label: '合計', value: '162', group: '2022.4.1時点職員数', asOf: '2022.4.1時点' },
      { label: '正規職員', value: '120', group: '2022.4.1時点職員数' },
      { label: '4条任期付', value: '2', raw: '4条任期付2人' },
      { label: '再任用', value: '40', raw: '再任用40人(短時間含)' },
    ])
  })

  it('見出しが数値を持つときは、その名が group になる', () => {
    check('▼評価した事業数30事業 「継続」20 「統合」4 「改善」6', [
      { label: '評価した事業数', value: '30', group: null },
      { label: '継続', value: '20', unit: null, group: '評価した事業数', raw: '「継続」20' },
      { label: '統合', value: '4' },
      { label: '改善', value: '6', group: '評価した事業数' },
    ])
  })

  it('「の合計」で終わる並びも一つの group になる', () => {
    check('令和6年4月1日の職員数は、正規職員48人、再任用職員4人の合計52人である。', [
      { label: '正規職員', group: '令和6年4月1日の職員数' },
      { label: '再任用職員', group: '令和6年4月1日の職員数' },
      { label: '合計', value: '52', group: '令和6年4月1日の職員数' },
    ])
  })

  it('「…から…となり、…増えた」は組と増減', () => {
    one('利用者は、令和5年度の3,040人から令和6年度は3,255人となり、215人増えた。', {
      label: '利用者',
      value: '3255',
      from: '3040',
      asOf: '令和6年度',
      change: { value: '215', unit: '人', kind: 'amount' },
    })
  })

  it('日付に続く数値は時点つきになる', () => {
    check('R4. 4. 1 841名 R5. 4. 1 831名', [
      { label: '', value: '841', asOf: 'R4. 4. 1', unit: '名' },
      { label: '', value: '831', asOf: 'R5. 4. 1' },
    ])
  })

  it('一つの名に続く、時点の違う値', () => {
    check('・職員数　R5.4.1：512人、R6.4.1：508人', [
      { label: '職員数', value: '512', asOf: 'R5.4.1' },
      { label: '職員数', value: '508', asOf: 'R6.4.1' },
    ])
  })

  it('一文に二つの値', () => {
    check('【受講者数】2021年度は91名であり、2022年度は302名となっている。', [
      { label: '受講者数', value: '91', asOf: '2021年度' },
      { label: '受講者数', value: '302', asOf: '2022年度' },
    ])
  })

  it.each([
    ['11 掛け算', '地区公民館 30館×年1回'],
    ['11 掛け算', '毎月2クラス×2回'],
    ['6 期限', '令和4年3月に第4次あおば市定員管理計画を策定した。'],
    ['名前の中の数字', '第15回事例発表会（3月24日）に参加した。'],
    ['名前の中の数字', '5レスの推進、3次元点群の解析、Windows11への更新'],
    ['法令', '地方財政法第7条の規定を遵守する。'],
    ['分数', '処理能力は約1/3であり、5分の1に減らす。'],
    ['年度', '22年度、H18、2031年・2036年を見すえた計画'],
    ['目標の列', '51.2% → 70% → 5年後までに実質100%'],
    ['目標', '※2022年度時点の目標値は30,000件/年'],
    ['文の途中の数', '資材費が4%上がったことで、予定した12.4kmから9%足りない11.28kmとなった。'],
    ['回数', '討議を週1回程度とし、年2回の会議を開いた。'],
    ['を と数', '維持費を年間約120万円節減し、料金を平均12.5%引き上げた。'],
    ['時刻', '13時から17時まで、3階の会議室で実施した。'],
    ['電話', '000-123-4567'],
    ['比の基準', '前年度比で約1.6倍増加した。'],
  ])('%s は数値としない: %s', (_, text) => {
    expect(readQuantities(text)).toEqual([])
  })

  it('空の文と長い文で落ちない', () => {
    expect(readQuantities('')).toEqual([])
    expect(readQuantities('あ'.repeat(200_000))).toEqual([])
    expect(readQuantities('件数 12件、'.repeat(50_000))).toEqual([])
    expect(readQuantities('・件数 12件\n'.repeat(20_000))).toHaveLength(20_000)
  })
})
