import type { RenewalStory } from '../../src/workflows/tell-renewal.ts'
import { plan } from './story.ts'

/*
 * 総括と工程 — what the office wrote after 後期見直し had been taken in: which initiatives answer a problem, a try that none answers
 * yet, the steps of the second half, and an indicator that goes on in the initiative that took the place of another.
 */
export const renewal: RenewalStory = {
  plan,
  by: 'jimukyoku',
  at: new Date('2025-06-02T12:30:00+09:00'),
  problems: {
    '①': ['定型業務の自動化（RPA）'],
    '②': ['業務プロセスの再設計'],
    '③': ['学び直しの支援'],
  },
  tries: [
    {
      number: '④',
      text: '効果額の見込みと中期財政見通しをそろえる',
      other: '次の見通しを作るときに、行政経営課と財政課で突き合わせる。取組にするかどうかは、それから決める。',
    },
  ],
  steps: [
    {
      pillar: '伝わる・届く行政サービスへの転換',
      text: '手数料の電子納付を開始',
      from: '2025',
      to: '',
      month: '10',
      of: '申請・届出のオンライン化',
    },
    {
      pillar: '伝わる・届く行政サービスへの転換',
      text: '支所の窓口にも同じ機器を置く',
      from: '2026',
      to: '2027',
      month: '',
      of: '申請書記入の省力化',
    },
    { pillar: '伝わる・届く行政サービスへの転換', text: '窓口の満足度の調査', from: '2025', to: '2025', month: '2', of: '' },
    { pillar: 'しごとの進め方の見直し', text: '業務の流れの調査', from: '2025', to: '2025', month: '6', of: '業務プロセスの再設計' },
    { pillar: 'しごとの進め方の見直し', text: '再設計した業務から順に切替え', from: '2026', to: '', month: '', of: '業務プロセスの再設計' },
    { pillar: 'しごとの進め方の見直し', text: '学び直しの支援の受付を開始', from: '2025', to: '', month: '7', of: '学び直しの支援' },
    {
      pillar: '将来に引き継ぐ財政と資産',
      text: '照明の更新（リース方式）',
      from: '2026',
      to: '2027',
      month: '',
      of: '公共施設の照明のLED化',
    },
    { pillar: '将来に引き継ぐ財政と資産', text: '命名権の対象の施設を公募', from: '2025', to: '', month: '11', of: '広告と命名権の活用' },
    { pillar: '将来に引き継ぐ財政と資産', text: '次期プランの検討', from: '2027', to: '2027', month: '', of: '' },
  ],
  indicators: [
    {
      of: '広告収入の拡大',
      name: '広告などの収入額',
      unit: '千円',
      baseline: '2,640',
      baselineAt: '令和4年度',
      targets: { 令和5年度: '3,000', 令和6年度: '3,600' },
      actuals: { 令和5年度: '3,820', 令和6年度: '4,060' },
    },
    {
      of: '広告と命名権の活用',
      name: '広告などの収入額',
      unit: '千円',
      baseline: '4,060',
      baselineAt: '令和6年度',
      targets: { 令和7年度: '5,000', 令和8年度: '7,000', 令和9年度: '9,000以上' },
      actuals: {},
    },
  ],
}
