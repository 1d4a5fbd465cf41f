import { across, type Said, sheet } from '../../story/sheet.ts'

type Sheet = { number: string; title: string; section: string; what: string; done: string; mark: string; next: string }

/** みどり町: a form whose values stand under their labels. */
const form = (it: Sheet): Said[][] => [
  [across(6, 'みどり町行財政改革実行計画　取組管理シート')],
  [across(6, '令和6年度')],
  ['番号', across(3, '取り組み名'), across(2, '担当部署')],
  [it.number, across(3, it.title), across(2, it.section)],
  [across(6, '実施内容')],
  [across(6, it.what)],
  [across(4, '令和6年度の実施状況'), across(2, '自己評価')],
  [across(4, it.done), across(2, it.mark)],
  [across(6, '課題・今後の予定')],
  [across(6, it.next)],
]

const sheets: Sheet[] = [
  {
    number: '1',
    title: 'コンビニ交付の利用促進',
    section: '住民課',
    what: '住民票の写し等の交付を周知する。',
    done: '説明会を5回開いた。',
    mark: 'Ａ',
    next: '操作の手引きを作る。',
  },
  {
    number: '2',
    title: 'おくやみ手続の一本化',
    section: '住民課、福祉課',
    what: '死亡後の届出を一か所で受け付ける。',
    done: '131組が利用した。',
    mark: 'Ｓ',
    next: '予約の枠を増やす。',
  },
]

export const valuesBelow = { 'values-below.xlsx': sheets.map((it) => sheet(it.number, form(it), Array(6).fill(16))) }
