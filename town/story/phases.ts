import type { Lineage, PlanNode, ReformRecord } from '../../src/reform/record.ts'
import { foldTight } from '../../src/vocabulary/folding.ts'
import { aNode, anId, anIndicator, anInitiative, aPlan, aRecord, aTarget } from './builders.ts'

/*
 * 前期から後期へ — an invented 取組整理表 of the size that offices really have: 53 initiatives of the first half and 65 lines. Each line is
 * «取組名 > 後期の取組名 / 課»; without «>» it goes on under its name, «×理由» ends it, «＋» is new.
 */
const TABLE: Record<string, Record<string, string>> = {
  '1 仕事の進め方の改革': {
    '(1) 計画と評価': `
      事業評価の聞取り > 評価に基づく事業の改善 / 企画課
      審議会による点検 / 企画課
      政策に合わせた組織の見直し / 行政経営課
      部をまたぐ会議の制度化 > 部をまたぐ課題の解決 / 行政経営課`,
    '(2) デジタル化による仕事の変革': `
      来庁しない手続の拡大 / 情報課
      書かない窓口 / 情報課
      相談の窓口の多様化 / 情報課
      現金のいらない支払い / 情報課
      使い慣れない人への支援 / 情報課
      お知らせの届け方の改善 / 情報課
      意見の集め方の改善 / 情報課
      単純作業の自動化 / 情報課
      データによる仕事の高度化 / 情報課
      場所を選ばない働き方 / 情報課
      標準のシステムへの移行 / 情報課
      ＋仕事の流れの全体の見直し / 行政経営課
      ＋仕事の集約処理 / 行政経営課
      ＋窓口の仕事の改革 / 行政経営課
      ＋施設の管理の集約 / 行政経営課
      ＋改善の事例の共有 / 行政経営課
      標準化による流れの見直し ×取組を集約 / 行政経営課
      共通事務の標準の運用 / 行政経営課
      分権の提案 / 行政経営課
      手順書の作成 ×取組を集約 / 行政経営課
      執務室の見直し / 行政経営課
      支援班による仕事の見直し ×取組を集約 / 行政経営課
      今後の進め方の検討 ×取組を集約 / 行政経営課`,
    '(3) 民間との連携': `
      連携の対象の公表 / 行政経営課
      新しい委託の研究 / 行政経営課
      民間の提案の制度 / 行政経営課
      包括連携の活用 / 行政経営課`,
  },
  '2 組織と人の改革': {
    '(1) 職員の活躍': `
      人が育つ人事制度 / 人事課
      先輩の相談役の制度 > 若い職員の支援の制度 / 人事課
      ＋市長との意見交換 / 秘書課
      消防の職場の経験 / 消防総務課
      改善の提案の制度 / 行政経営課
      ＋自ら学ぶ研修の体系 / 人事課
      派遣研修の活用 ×新規取組として見直し / 人事課
      採用の方法の見直し / 人事課
      専門職の確保 / 人事課
      多様な働き方 / 人事課
      障がいのある人の雇用 / 人事課
      ＋やりがいの向上 / 人事課
      女性の消防職員の増加 / 消防総務課`,
    '(2) 内部統制': '内部統制の強化 / 総務課',
    '(3) 働きやすさ': `
      勤務時間の適正な管理 / 人事課
      男性の育児休業 / 人事課
      日勤の救急隊 / 消防総務課`,
    '(4) 組織と定員': `
      忙しい時期の応援 / 行政経営課
      ＋類似の市との職員数の比較 / 行政経営課
      債権の管理の一元化 ×取組完了 / 行政経営課
      業務の状況の調査 ×取組を集約 / 行政経営課
      部の経営力の強化 ×制度構築完了、新規取組に統合 / 行政経営課
      職員の役割の整理 ×取組を集約 / 行政経営課
      公用車の自分での運転 / 行政経営課`,
  },
  '3 財政の改革': {
    '(1) 財源の確保': `
      寄附による事業の財源 ×取組を見直し / 財政課
      ＋寄附の額の向上 / 財政課
      予算の執行の調査 ×取組を見直し / 財政課
      新しい税の検討 / 市民税課
      広告の要綱の見直し / 資産経営課`,
    '(2) 資産の管理': `
      施設の包括的な委託 / 資産経営課
      公用車の共用と台数の適正化 > 公用車の保有と台数の適正化 / 資産経営課
      貸出し車の検討 ×取組を集約 / 資産経営課
      ＋土地と建物の売却の促進 / 資産経営課
      ＋設計と施工の一括の発注 / 契約課`,
  },
}

/** 整理表の行 — as an import reads them. */
export const halvesTable: readonly Lineage[] = Object.entries(TABLE).flatMap(([pillar, themes]) =>
  Object.entries(themes).flatMap(([theme, lines]) =>
    lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => lineIn(line.trim(), pillar, theme)),
  ),
)

function lineIn(line: string, pillar: string, theme: string): Lineage {
  const [said = '', section = null] = line.split(' / ')
  const end = (title: string) => [{ title, initiative: null }]
  const whole = { section, pillar, theme, reason: null }
  if (said.startsWith('＋')) return { ...whole, from: [], to: end(said.slice(1)), kind: '新規' }
  const [ended, why] = said.split(' ×')
  if (why !== undefined) return { ...whole, from: end(ended as string), to: [], kind: '廃止', reason: why }
  const [was = '', now = was] = said.split(' > ')
  return { ...whole, from: end(was), to: end(now), kind: was === '事業評価の聞取り' ? '継続（新規）' : '継続' }
}

/** 前期の計画 — what a 整理表 says of the old side: an outer plan of six years, its first half, every old initiative with an indicator. */
export function firstHalfOf(table: readonly Lineage[], said: Partial<ReformRecord> = {}): ReformRecord {
  const nodes = nodesOf(table)
  const nodeOf = ({ pillar, theme }: Lineage): PlanNode | undefined =>
    nodes.find(({ id }) => id === nodeId(pillar, theme)) ?? nodes.find(({ id }) => id === nodeId(pillar, null))
  const old = table.filter(({ from }) => from.length > 0)
  const initiatives = old.map((line, nth) =>
    anInitiative({
      id: anId(`old-${nth + 1}`),
      plan: anId('first'),
      node: nodeOf(line)?.id ?? null,
      title: line.from[0]?.title ?? '',
      description: `${line.from[0]?.title}を進める。`,
      sections: line.section === null ? [] : [line.section],
    }),
  )
  return aRecord({
    plans: [
      aPlan({ id: anId('outer'), title: '行革推進プラン', period: { from: 2022, to: 2027 }, levels: [] }),
      aPlan({ id: anId('first'), title: '前期アクションプラン', parent: anId('outer'), period: { from: 2022, to: 2024 } }),
    ],
    nodes,
    initiatives,
    indicators: initiatives.map(({ id }, nth) =>
      anIndicator({
        id: anId(`yardstick-${nth + 1}`),
        of: { initiative: id },
        name: `成果の指標${nth + 1}`,
        baseline: '50',
        targets: [aTarget('100', { fiscalYear: 2024 }), aTarget('200', { fiscalYear: 2027, final: true })],
      }),
    ),
    effects: [],
    ...said,
  })
}

const nodeId = (pillar: string | null, theme: string | null) => anId(`node-${foldTight(`${pillar}-${theme ?? ''}`)}`)

function nodesOf(table: readonly Lineage[]): PlanNode[] {
  const found = new Map<string, PlanNode>()
  for (const { pillar, theme } of table) {
    if (pillar === null) continue
    const top = nodeId(pillar, null)
    found.set(top, found.get(top) ?? aNode({ id: top, plan: anId('first'), number: null, title: pillar }))
    if (theme === null) continue
    const id = nodeId(pillar, theme)
    found.set(id, found.get(id) ?? aNode({ id, plan: anId('first'), parent: top, level: '戦略区分', number: null, title: theme }))
  }
  return [...found.values()]
}
