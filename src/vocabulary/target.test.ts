import { describe, expect, it } from 'vitest'
import type { Decimal } from './decimal.ts'
import { readTarget, type TargetItem } from './target.ts'

describe('目標の一項目の読み取り', () => {
  it.each<[string, Partial<TargetItem>]>([
    ['・改善提案件数 38件/年間', { name: '改善提案件数', comparator: '=', value: '38' as Decimal, unit: '件', per: '年間', key: null }],
    ['窓口満足度 90%以上を維持', { name: '窓口満足度', comparator: '>=', maintain: true, unit: '%' }],
    ['受理から20日以内に通知する', { name: '受理から20日以内に通知する', comparator: '<=', value: '20' as Decimal, unit: '日' }],
    ['総業務量/通常の就労時間 1.04以下', { name: '総業務量/通常の就労時間', comparator: '<=', value: '1.04' as Decimal, unit: null }],
    ['キャッシュレス比率（金額ベース） 30%', { name: 'キャッシュレス比率（金額ベース）', comparator: '=', value: '30' as Decimal }],
    ['体験の向上（受講率）100%', { name: '体験の向上（受講率）', value: '100' as Decimal }],
    [
      'コンビニ交付件数 80,000件/年 ※2023年度時点の目標値は20,000件/年',
      {
        value: '80000' as Decimal,
        per: '年',
        interim: { fiscalYear: 2023, value: '20000' as Decimal, unit: '件', raw: '※2023年度時点の目標値は20,000件/年' },
      },
    ],
    ['i 12自治体/年度', { key: 'i', name: '', value: '12' as Decimal, unit: '自治体', per: '年度' }],
    ['iii 提案の事業化数 1件/年度', { key: 'iii', name: '提案の事業化数' }],
    ['① 受講者数 200人', { key: '①', name: '受講者数', value: '200' as Decimal }],
    ['体験講座（5館×年1回）', { name: '体験講座（5館×年1回）', comparator: null, value: null }],
    ['講座（全4回） ×24回', { value: null, comparator: null }],
    ['指針に基づき、適切な運営を目指す', { name: '指針に基づき、適切な運営を目指す', value: null, comparator: null }],
    ['100%デジタル化', { value: null, comparator: null }],
    ['令和9年度までに市税収納率を98.5%以上とする', { name: '市税収納率', comparator: '>=', value: '98.5' as Decimal, asOf: '令和9年度' }],
    ['2025年度の年間利用率 65.0%', { name: '年間利用率', asOf: '2025年度', value: '65.0' as Decimal }],
    ['平均処理日数 35.7日 （申請件数 1,445件）', { name: '平均処理日数', value: '35.7' as Decimal, note: '（申請件数 1,445件）' }],
    [
      '電子化率 51.2% → 70% → 5年後までに実質100%',
      { name: '電子化率', value: '100' as Decimal, interim: { fiscalYear: null, value: '70' as Decimal, unit: '%', raw: '70%' } },
    ],
    ['待機児童 0人', { name: '待機児童', value: '0' as Decimal, comparator: '=' }],
    ['在宅勤務延べ実施者数 9,000人(1か年度)', { value: '9000' as Decimal, per: 'か年度', note: null }],
    ['時間外勤務 10%未満', { comparator: '<' }],
    ['相談件数 20件以上/年', { name: '相談件数', comparator: '>=', per: '年' }],
    ['年間1,000件以上', { name: '', comparator: '>=', per: '年間' }],
    ['R9：90%', { name: '', asOf: 'R9', value: '90' as Decimal }],
    ['現状（R4）85% → 目標（R9）90%', { name: '', value: '90' as Decimal }],
    ['待ち時間を平均10分以下にする', { name: '待ち時間', comparator: '<=', value: '10' as Decimal }],
    ['指標：市税収納率　目標：98.5%', { name: '市税収納率', value: '98.5' as Decimal }],
    ['待機児童ゼロ', { value: null }],
    ['受講者を20人増やす', { value: null }],
    ['令和6年度：50件、令和7年度：60件', { value: null }],
    ['職員数 ▲3人', { value: '-3' as Decimal }],
    ['基金残高 約29億円', { value: '29' as Decimal, unit: '億円', approximate: true }],
  ])('%s', (text, says) => {
    const read = readTarget(text)
    expect(read).toMatchObject(says)
    expect(read?.raw).toBe(text)
  })

  it('空欄は項目ではない', () => {
    expect(readTarget('  ')).toBeNull()
  })
})
