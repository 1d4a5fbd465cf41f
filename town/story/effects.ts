import type { EffectsStory } from '../../src/workflows/tell-effects.ts'
import { plan } from './story.ts'

/*
 * 取組ごとの効果額 — what the office pasted after the review of 令和7年3月, from the sections' own tables. The pillars' amounts stand
 * in 05-後期見直し.txt and hold these; hours and persons stand in no document.
 */

const table = (...lines: string[]): string => lines.map((line) => line.replaceAll('｜', '\t')).join('\n')

const YEARS = '令和5年度｜令和6年度｜令和7年度｜令和8年度｜令和9年度'
const REVIEWED = '令和5年度（実績）｜令和6年度（実績）｜令和7年度（見込み）｜令和8年度（見込み）｜令和9年度（見込み）'

/** One paste each, as it would come out of a spreadsheet. */
export const effects: EffectsStory = {
  plan,
  by: 'jimukyoku',
  at: new Date('2025-06-02T12:00:00+09:00'),
  tables: [
    {
      estimate: '計画策定時',
      text: table(
        `取組名｜歳入・歳出｜単年度・継続｜単位｜${YEARS}`,
        '定型業務の自動化（RPA）｜｜継続｜時間｜1,000｜2,500｜4,000｜5,500｜7,000',
        '庶務事務の集約｜｜継続｜人｜1｜2｜4｜5｜5',
      ),
    },
    {
      estimate: '後期策定時',
      text: table(
        `取組名｜歳入・歳出｜単年度・継続｜単位｜${REVIEWED}`,
        'ふるさと納税の推進｜歳入｜単年度｜千円｜28,400｜31,250｜34,000｜38,000｜42,000',
        '広告収入の拡大｜歳入｜単年度｜千円｜1,180｜1,420｜1,600｜1,800｜2,000',
        '未利用財産の売却と貸付け｜歳入｜単年度｜千円｜12,650｜9,300｜15,000｜20,000｜20,000',
        // it is over since 令和6年度: nothing new comes of it, and what it saves goes on
        '電力調達の見直し｜歳出｜単年度｜千円｜3,300｜1,180｜－｜－｜－',
        '電力調達の見直し｜歳出｜継続｜千円｜3,300｜4,480｜4,480｜4,480｜4,480',
        '定型業務の自動化（RPA）｜｜継続｜時間｜1,120｜2,960｜4,000｜5,500｜7,000',
        '庶務事務の集約｜｜継続｜人｜－｜1｜2｜3｜3',
      ),
    },
  ],
}
