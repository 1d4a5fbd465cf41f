import type { Navigation } from '../../kit/shell.tsx'
import type { Edition } from '../../reform/edition.ts'
import { countText } from '../../report/figures.ts'
import { hasFollowing, hasResults } from '../../report/following-sheet.ts'
import { hasEvaluation } from '../../report/judging-summary.ts'
import { hasReorganisations } from '../../report/reorganisations.ts'
import { hasRoadmap } from '../../report/roadmap.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

type Page =
  | 'plan'
  | 'list'
  | 'tree'
  | 'chapters'
  | 'statusMap'
  | 'roadmap'
  | 'indicators'
  | 'progressTable'
  | 'evaluation'
  | 'following'
  | 'resultsAndCost'
  | 'effects'
  | 'outlook'
  | 'outlook'
  | 'carryOver'
  | 'review'
  | 'reorganisations'
  | 'checks'
  | 'remarks'
  | 'sources'
  | 'glossary'
  | 'downloads'
type Entry = { name: string; page: Page; when: boolean; count?: number }
type Group = { name: string; entries: Entry[] }

/**
 * 計画の頁のメニュー — by what a reader asks: what is planned, how far is it, how was it judged, what does it cost and
 * bring, what became of it, who does it, what does it rest on. A new page is one line in its group (and its key in
 * `Page`); a group without any page of this edition is not shown.
 */
function groupsOf(edition: Edition): Group[] {
  const { record, checks, documents } = edition
  const fails = checks.filter((c) => c.verdict === 'fails').length
  const remarks = checks.filter((c) => c.verdict === 'remark').length
  const figures = record.indicators.length + record.series.length
  return [
    {
      name: '計画',
      entries: [
        { name: '計画の概要', page: 'plan', when: true },
        { name: '取組の一覧', page: 'list', when: true, count: record.initiatives.length },
        { name: '計画の体系', page: 'tree', when: record.nodes.length > 0 },
        { name: 'ロードマップ', page: 'roadmap', when: hasRoadmap(record) },
        { name: '計画の本文', page: 'chapters', when: record.chapters.length > 0 },
      ],
    },
    {
      name: '進み具合',
      entries: [
        { name: '状況の地図', page: 'statusMap', when: record.initiatives.length > 0 },
        { name: '指標', page: 'indicators', when: figures > 0, count: record.indicators.length },
        { name: '取組状況の一覧表', page: 'progressTable', when: record.initiatives.length > 0 },
      ],
    },
    {
      name: '評価',
      entries: [
        { name: '評価', page: 'evaluation', when: hasEvaluation(edition) },
        { name: '意見・改善・予算反映', page: 'following', when: hasFollowing(edition) },
        { name: '成果とコスト', page: 'resultsAndCost', when: hasResults(edition) },
      ],
    },
    {
      name: 'お金',
      entries: [
        { name: '効果額', page: 'effects', when: record.effects.length > 0 },
        { name: '効果額と財政見通し', page: 'outlook', when: (edition.outlooks ?? []).length > 0 },
      ],
    },
    {
      name: '見直し',
      entries: [
        { name: '総括', page: 'review', when: record.reviews.length > 0 },
        { name: '取組み整理表', page: 'carryOver', when: record.lineage.length > 0, count: record.lineage.length },
      ],
    },
    { name: '組織', entries: [{ name: '組織改正', page: 'reorganisations', when: hasReorganisations(edition) }] },
    {
      name: '資料',
      entries: [
        { name: '検算の結果', page: 'checks', when: true, count: fails },
        { name: '指摘', page: 'remarks', when: remarks > 0, count: remarks },
        { name: '出典の文書', page: 'sources', when: documents.length > 0, count: documents.length },
        { name: '用語', page: 'glossary', when: true },
        { name: 'データ', page: 'downloads', when: true },
      ],
    },
  ]
}

export function navigationOf(site: PlanSite, context: PageContext): Navigation {
  const item = ({ name, page, count }: Entry) => {
    const to = site.at(page)
    return { name, href: context.link(context.path, to), here: to === context.path, count: count === undefined ? null : countText(count) }
  }
  const groups = groupsOf(site.edition).map(({ name, entries }) => ({ name, items: entries.filter((e) => e.when).map(item) }))
  return { label: 'この計画のメニュー', groups: groups.filter((g) => g.items.length > 0) }
}
