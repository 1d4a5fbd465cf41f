import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Band, Bars } from './charts.tsx'
import { Gantt } from './gantt.tsx'
import { IndicatorLines } from './indicator-chart.tsx'
import { Pager } from './pager.tsx'
import { Signed } from './signed.tsx'
import { Table } from './table.tsx'
import { Prose, Sources, Value } from './told.tsx'

const html = (element: ReactElement): string => renderToStaticMarkup(element)
/** what a screen reader says: without what is hidden from it */
const heard = (element: ReactElement): string =>
  html(element)
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')

describe('読み上げ', () => {
  it.each([
    { text: '▲2,218千円', says: 'マイナス2,218千円' },
    { text: '1,200から▲300へ', says: '1,200からマイナス300へ' },
    { text: '▲印の項目', says: '▲印の項目' },
  ])('$text', ({ text, says }) =>
    expect(
      heard(
        <p>
          <Signed text={text} />
        </p>,
      ),
    ).toBe(says),
  )

  it.each([
    { answer: 'not-applicable', text: '－', says: '「－」と記載' },
    { answer: 'blank', text: '空欄', says: '空欄' },
    { answer: 'not-said', text: '記載なし', says: '記載なし' },
    { answer: 'number', text: '0件', says: '0件' },
  ] as const)('値が $answer', ({ answer, text, says }) =>
    expect(
      heard(
        <p>
          <Value told={{ text, answer, guessed: false }} />
        </p>,
      ),
    ).toBe(says),
  )

  it('推定した値は、そう聞こえる', () =>
    expect(
      heard(
        <p>
          <Value told={{ text: '5件', answer: 'number', guessed: true }} />
        </p>,
      ),
    ).toBe('5件（推定）'))
})

describe('出典', () => {
  const at = (line: number, document: string | null) => ({ href: `#${document}${line}`, place: `${line}行目`, document })
  it.each([
    { sources: [at(3, null)], seen: '3行目', says: '出典 3行目' },
    { sources: [at(3, '甲.txt')], seen: '3行目', says: '出典 甲.txt 3行目' },
    { sources: [at(3, null), at(9, null)], seen: '3行目、9行目', says: '出典 3行目、出典 9行目' },
    { sources: [1, 3, 5, 9].map((n) => at(n, null)), seen: '1行目～9行目', says: '出典 1行目～出典 9行目' },
    {
      sources: [at(3, '甲.txt'), at(5, '乙.txt')],
      seen: '甲.txt 3行目、乙.txt 5行目',
      says: '出典 甲.txt 3行目、出典 乙.txt 5行目',
    },
  ])('$seen', ({ sources, seen, says }) => {
    const element = <Sources sources={sources} />
    const shown = html(element).replace(/<span class="unseen">.*?<\/span>/g, '')
    expect([shown.replace(/<[^>]+>/g, ''), heard(element)]).toEqual([seen, says])
  })
})

describe('文章', () => {
  it('一つの欄に続けて書かれた箇条書きは、行に分ける', () => {
    const lines = html(<Prose text={'●一つ目 ●二つ目\n本文'} />).match(/<p[^>]*>/g)
    expect(lines).toEqual(['<p class="hang">', '<p class="hang">', '<p>'])
  })
})

describe('図', () => {
  const bars = html(
    <Bars
      id="b"
      title="効果額"
      desc="説明"
      unit="千円"
      groups={['令和5', '令和6']}
      series={[
        { label: '計画', values: [100, null] },
        { label: '実績', values: [-50, 0] },
      ]}
    />,
  )
  it('題と説明を持ち、値のない年は描かず、0も線として描く', () => {
    expect(bars).toMatch(/role="img" aria-labelledby="b-t b-d"/)
    expect(bars.match(/<rect/g)).toHaveLength(3)
    expect(bars).not.toContain('style=')
  })
  it('マイナスの棒は0の線から下に伸びる', () => {
    const zero = Number(/y1="([\d.]+)"[^>]*class="zero"/.exec(bars)?.[1])
    const negative = /class="series-1"[^>]* y="([\d.]+)"/.exec(bars)?.[1]
    expect(Number(negative)).toBe(zero)
  })
  it('折れ線は、実績と目標を形で描き分ける', () => {
    const years = ['2023', '2024'].map((key) => ({ key, label: key }))
    const points = [
      { x: '2023', y: 1 },
      { x: '2024', y: 2 },
    ]
    const lines = html(
      <IndicatorLines
        id="l"
        title="推移"
        desc=""
        unit="件"
        years={years}
        series={[
          { label: '目標', kind: 'target', points },
          { label: '実績', kind: 'actual', points },
        ]}
      />,
    )
    expect([lines.match(/<circle/g)?.length, lines.match(/<rect/g)?.length, lines.match(/<path/g)?.length]).toEqual([2, 2, 2])
  })
  it('内訳の帯は件数を言葉でも持ち、0件は描かない', () => {
    const band = html(
      <Band
        title="状況"
        shares={[
          { label: '順調', tone: 'on-track', count: 3 },
          { label: '遅れ', tone: 'behind', count: 0 },
        ]}
      />,
    )
    expect([band.includes('順調3件、遅れ0件'), band.match(/<rect/g)?.length]).toEqual([true, 1])
  })
})

describe('表', () => {
  it('題と見出しの向きを持ち、行には名がある', () => {
    const table = html(
      <Table
        caption="題"
        rows={['甲']}
        keyOf={(r) => r}
        columns={[
          { header: '名', names: true, cell: (r) => r },
          { header: '値', cell: () => 1 },
        ]}
      />,
    )
    expect(table).toContain('<caption>題</caption>')
    expect([table.match(/scope="col"/g)?.length, table.match(/<th scope="row"/g)?.length, table.includes('data-label="値"')]).toEqual([
      2,
      1,
      true,
    ])
  })
  it('行がなければ、そう伝える', () =>
    expect(html(<Table caption="題" rows={[]} keyOf={String} columns={[]} none="ありません。" />)).toContain('ありません。'))
  it('終期の記載がない帯は形も言葉も違う', () => {
    const bar = { kind: 'bar', span: 2, text: '実施', when: '令和5年度から、終期の記載なし', openEnd: true, milestone: false } as const
    const gantt = html(
      <Gantt
        caption="行動計画"
        gantt={{
          halves: false,
          years: [
            { name: 'R5', span: 1 },
            { name: 'R6', span: 1 },
          ],
          rows: [{ name: '取組', lines: 1, cells: [bar] }],
        }}
      />,
    )
    expect(gantt).toContain('class="bar open"')
    expect(gantt).toContain('令和5年度から、終期の記載なし')
    expect(gantt).toContain('右が点線で薄くなる帯は')
  })
  it('頁送りは、一頁なら出さない', () => expect(html(<Pager pages={[{ number: 1, href: '#' }]} here={1} label="頁" />)).toBe(''))
})
