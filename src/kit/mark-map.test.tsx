import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MarkMapFigure, SmallMap } from './mark-map.tsx'
import { FIRST_SHEET, MAP_SHEET, MAP_WIDTH, MARK, type MarkMap, mapLayout } from './mark-map-layout.ts'
import { widthOf } from './text-width.ts'

const TONES = ['achieved', 'on-track', 'behind', 'not-started', 'ended', 'cannot-tell']
const mapOf = (count: number, columns: number, rows: number): MarkMap => ({
  columns: Array.from({ length: columns }, (_, i) => `${i + 1} 届く行政サービスと持続できる財政`),
  rows: Array.from({ length: rows }, (_, r) => ({
    head: r % 3 === 0 ? '市民生活部スポーツ・文化振興課' : `第${r}課`,
    cells: Array.from({ length: columns }, (_, c) =>
      Array.from({ length: count }, (_, i) => i)
        .filter((i) => i % rows === r && (i * 7) % columns === c)
        .map((i) => ({ text: '△遅', tone: TONES[i % 6] as string, title: `取組${i}：遅れ`, href: `i/${i}/` })),
    ),
  })),
})

describe('地図の置き方', () => {
  it.each([
    { count: 12, columns: 1, rows: 1 },
    { count: 100, columns: 3, rows: 20 },
    { count: 300, columns: 5, rows: 45 },
    { count: 300, columns: 11, rows: 60 },
  ])('取組$count件、柱$columns、課$rows：印は一度ずつ、自分のます目の中に、重ならずに置かれる', ({ count, columns, rows }) => {
    const map = mapOf(count, columns, rows)
    const layout = mapLayout(map)
    const marks = layout.sheets.flatMap((s) => s.rows.flatMap((r) => r.marks))
    expect(new Set(marks.map((m) => m.mark.href)).size).toBe(count)
    expect(marks).toHaveLength(count)
    for (const [nth, sheet] of layout.sheets.entries()) {
      expect(sheet.height).toBeLessThanOrEqual(nth === 0 ? FIRST_SHEET : MAP_SHEET)
      for (const row of sheet.rows) {
        expect(row.head.length * 16).toBeLessThanOrEqual(row.height)
        for (const line of row.head) expect(widthOf(line) * 12).toBeLessThanOrEqual(layout.headWidth)
        for (const m of row.marks) {
          const column = layout.columns.findLast((c) => c.x <= m.x)
          expect(m.x + layout.markWidth).toBeLessThanOrEqual((column?.x ?? 0) + (column?.width ?? 0))
          expect(m.y + MARK.height).toBeLessThanOrEqual(row.y + row.height)
        }
        const places = row.marks.map((m) => `${m.x} ${m.y}`)
        expect(new Set(places).size).toBe(places.length)
      }
    }
    expect(Math.max(...layout.columns.map((c) => c.x + c.width))).toBeLessThanOrEqual(MAP_WIDTH)
  })
})

describe('地図の絵', () => {
  it('印はどれも名のあるリンクで、識別子は一度だけ、書かれたスタイルはない', () => {
    const html = renderToStaticMarkup(<MarkMapFigure id="m" title="状況の地図" desc="内訳" map={mapOf(300, 5, 45)} />)
    expect(html.match(/<a href="[^"]+" class="[a-z-]+"><title>[^<]+<\/title>/g)).toHaveLength(300)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).not.toMatch(/ style=|NaN|undefined/)
    expect(Buffer.byteLength(html)).toBeLessThan(70 * 1024)
  })
  it('小さな地図は、取組の数だけ印を描く', () => {
    const html = renderToStaticMarkup(
      <SmallMap
        id="s"
        title="全体"
        rows={[
          { head: '柱1', tones: TONES },
          { head: '柱2', tones: Array(90).fill('behind') },
        ]}
      />,
    )
    expect(html.match(/h11v11h-11z/g)).toHaveLength(96)
    expect(html).toContain('role="img"')
  })
})
