import type { Pillar, StoryInitiative } from './initiative.ts'
import { pillar1 } from './pillar-1.ts'
import { pillar2 } from './pillar-2.ts'
import { pillar3 } from './pillar-3.ts'

export const PLAN_TITLE = 'あおば市行財政改革推進プラン2023-2027'
export const pillars: Pillar[] = [pillar1, pillar2, pillar3]
export const initiatives: StoryInitiative[] = pillars.flatMap((pillar) => pillar.themes.flatMap((theme) => theme.initiatives))

/** 取組別の効果額 in 千円, 令和5年度 and 令和6年度; its sums are the 実績 of the pillars in 05-後期見直し.txt. */
export const effectsOfInitiatives: [pillar: string, rows: [title: string, thousand2023: number, thousand2024: number][]][] = [
  [
    '1',
    [
      ['窓口申請のオンライン化', -3960, -1240],
      ['キャッシュレス納付の拡大', -1160, 480],
      ['電話応対の一元化', 0, 1700],
    ],
  ],
  [
    '2',
    [
      ['定型業務の自動化（RPA）', 1450, 4630],
      ['文書管理の電子化', 860, 1915],
      ['会議運営の見直し', 0, 730],
      ['時間外勤務の縮減', 0, 2600],
    ],
  ],
  [
    '3',
    [
      ['ふるさと納税の推進', 28400, 31250],
      ['広告収入の拡大', 1180, 1420],
      ['未利用財産の売却と貸付け', 12650, 9300],
      ['補助金の点検', 1200, 2540],
      ['電力調達の見直し', 3300, 4480],
      ['施設の包括的な管理委託', 0, 4650],
      ['公用車の共用化', 0, 1640],
    ],
  ],
]
