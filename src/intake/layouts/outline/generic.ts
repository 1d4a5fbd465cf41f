/**
 * 章立ての言葉 — a heading made of nothing but these words names a chapter of any plan («改革の基本的視点», «今後の推進に向けて»);
 * one that says anything else is a heading of this plan («協働のまちづくり»).
 */
const TREE = [
  ['視点', '方針', '方向性', '方向', '柱', '戦略', '体系', '目標'],
  [
    '取組',
    '取り組み',
    '取組み',
    '項目',
    '事項',
    '施策',
    '方策',
    '事業',
    '内容',
    'プログラム',
    'アクション',
    '計画',
    'プロジェクト',
    '各論',
  ],
] as const
const CHAPTER =
  '総論|序論|序章|はじめに|まえがき|おわりに|むすびに?|背景|経緯|経過|沿革|趣旨|目的|位置付け|位置づけ|位置|付け|づけ|期間|現状|課題|状況|体制|進行管理|進捗管理|管理|評価|公表|考え方|理念|必要性|フォローアップ|スケジュール|用語|解説|資料|参考|成果|総括|検証|効果|姿|将来像|スローガン|テーマ|これまで|目標|問題|構成|策定|点検|概要|もくじ|目次|結果|振り返り|まとめ|推進方法|方法'
const PLAIN =
  '見直し|実現|情報|当たって|あたって|行財政改革|行政改革|行革|行財政|行政|財政|システム|改革|市政|本市|本町|本村|市|町|村|大綱|プラン|新たな|新しい|計画|指針|運営|経営|市民|国|社会|推進|実施|展開|実行|具体的|具体化|具体|主要|主な|重点的|重点|基本的|基本|個別|分野別|今後|次期|前期|後期|取り組むべき|取り組む|進める|進め方|進捗|目指す|めざす|目指すべき|べき|すべき|に向けて|に向けた|へ向けて|について|における|のため|ための|別|一覧|図|化|的|等|など|中|年度|全体|数値|成果|指標|改定|取組|取り巻く|巡る|状態|年次|工程|表'
const PARTICLE =
  '[0-9０-９一二三四五六七八九十]|つ|の|な|と|に|を|へ|で|や|する|した|た|及び|および|並びに|・|、|：|:|～|~|「|」|（|）|\\(|\\)|\\s|　'

const TREE_WORDS = TREE.flat().join('|')
const WHOLE = new RegExp(`^(?:${[CHAPTER, TREE_WORDS, PLAIN, PARTICLE].join('|')})+$`)
/** It is the last word that makes a chapter: «計画の進行管理» is one, «行政評価の推進» is not. */
const CHAPTER_END = new RegExp(
  `(?:${CHAPTER})(?:等|など|について|に向けて|に向けた取組|のために|の概要)*$|に向けて$|^(?:はじめに|おわりに)|^(?:本|この)?(?:計画|プラン|大綱|今後|改革|実施計画)の?(?:推進|実施|進め方|見直し)$|計画の見直し$`,
)

export type Generic = { isChapter: boolean; holdsNodes: boolean; holdsInitiatives: boolean }

/** What a chapter heading promises; null for a heading that belongs to the plan itself. */
export function readGeneric(title: string): Generic | null {
  const bare = title.replace(/[\s　]+/g, '')
  if (bare.length > 30 || !WHOLE.test(bare)) return null
  const withoutPlan = bare.replace(/(実施|推進|行動|改革)?計画(?=の|と|策定|期間|的)/g, '')
  const holdsNodes = TREE[0].some((word) => word !== '目標' && withoutPlan.includes(word)) || /(重点|改革|基本|推進)目標$/.test(bare)
  const holdsInitiatives = TREE[1].some((word) => withoutPlan.includes(word)) && !/これまで|状況|成果|に向けて?$/.test(bare)
  const isChapter = CHAPTER_END.test(bare) && !holdsNodes && !holdsInitiatives
  return isChapter || holdsNodes || holdsInitiatives ? { isChapter, holdsNodes, holdsInitiatives } : null
}

/** A specific heading that all the same opens a chapter: «本市を取り巻く環境と行政運営における課題». */
export const endsAsChapter = (title: string): boolean =>
  /(の?(背景|経緯|経過|沿革|趣旨|現状|課題|状況|必要性|位置付け|位置づけ|体制|進行管理|進捗管理|公表|考え方|期間|フォローアップ|進め方|見通し)(等|について)?|に向けて|にあたって|について)$/.test(
    title.replace(/\s+/g, ''),
  )

/** The plan's own word for what stands right under such a chapter: «改革の基本的視点» → 視点. */
export const levelIn = (title: string): string | null =>
  /(視点|基本方針|重点方針|方針|柱|基本戦略|重点戦略|戦略|重点目標|基本目標)/.exec(title)?.[1] ?? null
