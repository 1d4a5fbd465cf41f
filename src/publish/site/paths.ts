import { createHash } from 'node:crypto'
import type { FacetKind } from '../../report/initiative-list.ts'

/*
 * 所在地の表 — every address of the portal, the same for the server and for the static folder. Each ends with «/»:
 * in a folder it is that folder's index.html.
 */

/** An id becomes a segment of an address only if it is plain; anything else (a crafted import) becomes a hash of it. */
export function segment(id: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : `x-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`
}

const plan = (code: string, id: string) => `/${segment(code)}/plans/${segment(id)}/`

export const sitePaths = {
  home: () => '/',
  municipality: (code: string) => `/${segment(code)}/`,
  plan,
  list: (code: string, id: string) => `${plan(code, id)}list/`,
  facet: (code: string, id: string, kind: FacetKind, key: string) => `${plan(code, id)}list/by-${kind}/${segment(key)}/`,
  tree: (code: string, id: string) => `${plan(code, id)}tree/`,
  initiative: (code: string, id: string, initiative: string) => `${plan(code, id)}initiatives/${segment(initiative)}/`,
  form: (code: string, id: string, initiative: string) => `${plan(code, id)}initiatives/${segment(initiative)}/form/`,
  statusMap: (code: string, id: string) => `${plan(code, id)}status-map/`,
  statusMapOf: (code: string, id: string, scale: string) => `${plan(code, id)}status-map/${segment(scale)}/`,
  indicators: (code: string, id: string) => `${plan(code, id)}indicators/`,
  indicatorsOf: (code: string, id: string, pillar: string) => `${plan(code, id)}indicators/${segment(pillar)}/`,
  following: (code: string, id: string) => `${plan(code, id)}following/`,
  followingOf: (code: string, id: string, year: number) => `${plan(code, id)}following/${year}/`,
  resultsAndCost: (code: string, id: string) => `${plan(code, id)}results-and-cost/`,
  evaluation: (code: string, id: string) => `${plan(code, id)}evaluation/`,
  effects: (code: string, id: string) => `${plan(code, id)}effects/`,
  outlook: (code: string, id: string) => `${plan(code, id)}outlook/`,
  outlookOf: (code: string, id: string, outlook: string) => `${plan(code, id)}outlook/${segment(outlook)}/`,
  effectComparison: (code: string, id: string, pair: string) => `${plan(code, id)}effects/${segment(pair)}/`,
  progressTable: (code: string, id: string) => `${plan(code, id)}progress-table/`,
  progressTableOf: (code: string, id: string, pillar: string) => `${plan(code, id)}progress-table/${segment(pillar)}/`,
  carryOver: (code: string, id: string) => `${plan(code, id)}carry-over/`,
  roadmap: (code: string, id: string) => `${plan(code, id)}roadmap/`,
  roadmapOf: (code: string, id: string, pillar: string) => `${plan(code, id)}roadmap/${segment(pillar)}/`,
  review: (code: string, id: string) => `${plan(code, id)}review/`,
  reorganisations: (code: string, id: string) => `${plan(code, id)}reorganisations/`,
  checks: (code: string, id: string) => `${plan(code, id)}checks/`,
  remarks: (code: string, id: string) => `${plan(code, id)}remarks/`,
  chapters: (code: string, id: string) => `${plan(code, id)}chapters/`,
  glossary: (code: string, id: string) => `${plan(code, id)}glossary/`,
  sources: (code: string, id: string) => `${plan(code, id)}sources/`,
  source: (code: string, id: string, document: string, page: number) =>
    `${plan(code, id)}sources/${segment(document.slice(0, 16))}/${page > 1 ? `page-${page}/` : ''}`,
  downloads: (code: string, id: string) => `${plan(code, id)}downloads/`,
  download: (code: string, id: string, file: string) => `${plan(code, id)}downloads/${file}`,
  editions: (code: string, id: string) => `${plan(code, id)}editions/`,
  earlier: (code: string, id: string, number: number) => `${plan(code, id)}editions/${number}/`,
  earlierPillar: (code: string, id: string, number: number, pillar: string) => `${plan(code, id)}editions/${number}/${segment(pillar)}/`,
  guide: (code: string, id: string) => `${plan(code, id)}guide/`,
}

/** 相対の所在地 — from one page of the folder to another, so that the folder can lie anywhere, also on a disk (file://). */
export function relativeLink(from: string, to: string): string {
  const [target = '', fragment] = to.split('#')
  const here = from.split('/').slice(1, -1)
  const there = target.split('/').slice(1)
  let common = 0
  while (common < here.length && here[common] === there[common] && common < there.length - 1) common += 1
  const steps = [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/')
  const file = target.endsWith('/') ? `${steps}index.html` : steps
  return (target === from && fragment !== undefined ? '' : file) + (fragment === undefined ? '' : `#${fragment}`)
}

/** 絶対の所在地 — for the server; `base` is where a proxy has put it («», «/kaikaku»). */
export const absoluteLink = (base: string) => (_from: string, to: string) => `${base}${to}`
