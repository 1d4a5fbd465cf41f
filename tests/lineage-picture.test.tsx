import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { flowSheets, SHEET_HEIGHT } from '../src/kit/flow-layout.ts'
import { LineageFigure } from '../src/publish/site/lineage-figure.tsx'
import type { Lineage, ReformRecord } from '../src/reform/record.ts'
import { carryOver } from '../src/report/carry-over.ts'
import { indexOf } from '../src/report/edition-index.ts'
import { type LineagePhase, lineageFlow } from '../src/report/lineage-flow.ts'
import { anEdition } from '../src/report/test-edition.ts'
import { aLineage, anId, anInitiative, aRecord } from '../town/story/builders.ts'
import { isHere, readShared, skipped } from './expected/compare.ts'
import { randomFrom } from './random.ts'

/** What is drawn, in numbers: boxes, lines by their label, sheets and the highest of them. */
function pictureOf(record: ReformRecord) {
  const index = indexOf(anEdition({}, record))
  const phases = lineageFlow(carryOver(index).rows, index)
  const flows = phases.flatMap((p) => p.flows)
  const sheets = flows.map((f) => flowSheets({ ...f, links: f.links.map((l) => ({ ...l, line: 'solid' as const })) }))
  const labels = Map.groupBy(
    flows.flatMap((f) => [...f.links.map((l) => l.label), ...[...f.left, ...f.right].flatMap((b) => b.tag ?? [])]),
    (l) => l,
  )
  return {
    phases,
    pillars: flows.map((f) => [f.left.length, f.right.length]),
    labels: Object.fromEntries([...labels].map(([label, all]) => [label, all.length])),
    sheets: sheets.map((s) => s.length),
    fits: sheets.flat().every((s) => s.height <= SHEET_HEIGHT),
  }
}
const bytesOf = (phases: LineagePhase[]): number =>
  phases
    .flatMap((phase) => phase.flows.map((flow) => renderToStaticMarkup(<LineageFigure id="f" flow={flow} phase={phase} title="引継ぎ" />)))
    .join('').length

const NAME = 'action-plan-second-half'
describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  it('65行の整理表が、柱ごとの図になる', () => {
    const { phases, ...picture } = pictureOf(readShared(NAME))
    expect(phases.map((p) => p.heads)).toEqual([['前期アクションプラン', '後期アクションプラン']])
    expect(picture).toEqual({
      pillars: [
        [27, 27],
        [19, 19],
        [7, 7],
      ],
      labels: { '継続（新規）': 1, 継続: 40, '集約（総括から）': 4, 新規: 11, 廃止: 8 },
      sheets: [2, 2, 1],
      fits: true,
    })
    expect(bytesOf(phases)).toBeLessThan(25 * 1024)
  })
})

/** 100 old initiatives in four pillars: 20 of a hundred merged, 10 split, 12 ended, and 15 new ones. */
function generated(seed: number): ReformRecord {
  const random = randomFrom(seed)
  const words = [
    '窓口申請のオンライン化',
    '公共施設の適正配置',
    '職員の働き方改革',
    'RPA・AI-OCRの活用',
    '未利用地の売却と貸付け',
    '滞納整理の強化',
  ]
  const title = (i: number) => `${words[i % words.length]}${i % 7 === 0 ? 'と、それにともなう業務手順の見直し' : ''}その${i}`
  const initiatives = Array.from({ length: 140 }, (_, i) => anInitiative({ id: anId(`new-${i}`), title: title(i) }))
  const to = (i: number) => [{ title: title(i), initiative: anId(`new-${i}`) }]
  const place = (i: number) => ({ pillar: `柱${Math.floor(i / 25) + 1}`, theme: `推進項目${Math.floor(i / 8) + 1}`, reason: null })
  let next = 0
  const lineage = Array.from({ length: 100 }, (_, i): Lineage[] => {
    const from = [{ title: title(i), initiative: null }]
    const kind = random() * 100
    const fresh = random() < 0.15 ? [aLineage({ ...place(i), from: [], to: to(next++), kind: '新規' })] : []
    if (kind < 20 && next > 0)
      return [aLineage({ ...place(i), from, to: to(Math.max(0, next - 1 - Math.floor(random() * 5))), kind: '統合' }), ...fresh]
    if (kind < 30) return [aLineage({ ...place(i), from, to: [...to(next++), ...to(next++)], kind: '分割' }), ...fresh]
    if (kind < 42) return [aLineage({ ...place(i), from, to: [], kind: '廃止' }), ...fresh]
    return [aLineage({ ...place(i), from, to: to(next++), kind: '継続' }), ...fresh]
  }).flat()
  return aRecord({ initiatives, lineage })
}

describe('取組100件の引継ぎ', () => {
  it.each([1, 2, 3, 4, 5])('見本%i：どの図も紙に収まる枚数で、字の小さくない一枚に分かれる', (seed) => {
    const { phases, sheets, fits, pillars } = pictureOf(generated(seed))
    expect(pillars.reduce((sum, [old]) => sum + (old ?? 0), 0)).toBe(100)
    expect(fits).toBe(true)
    expect(Math.max(...sheets)).toBeLessThanOrEqual(3)
    expect(bytesOf(phases)).toBeLessThan(45 * 1024)
  })
})
