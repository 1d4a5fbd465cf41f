import { describe, expect, it } from 'vitest'
import { aNode, anId, anInitiative, aRecord } from '../../../town/story/builders.ts'
import { anEdition } from '../../report/test-edition.ts'
import { relativeLink, segment, sitePaths } from './paths.ts'
import { siteOf } from './site.tsx'
import { sitePages } from './write-site.ts'

const CSS = 'body{}'
const download = { plan: '990019/plan-1', file: 'edition.json', title: '公表版の全体', bytes: new Uint8Array([123, 125]) }
const pagesOf = (...editions: ReturnType<typeof anEdition>[]) =>
  new Map([...sitePages(editions, CSS, [download])].map((p) => [p.path, p.html]))
const pages = pagesOf(anEdition())
const PLAN = '990019/plans/plan-1/'
const page = (path: string): string => pages.get(`${path}index.html`) ?? ''
/** what a reader sees, in one line */
const seen = (html: string): string =>
  html
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('所在地', () => {
  it('頁の一覧', () => expect([...siteOf([anEdition()], [download]).pages.keys()]).toMatchSnapshot())

  it.each([
    { from: '/', to: '/990019/', says: '990019/index.html' },
    { from: '/990019/plans/p/', to: '/', says: '../../../index.html' },
    { from: '/990019/plans/p/list/', to: '/990019/plans/p/initiatives/i/', says: '../initiatives/i/index.html' },
    { from: '/990019/plans/p/', to: '/990019/plans/p/', says: 'index.html' },
    { from: '/a/b/', to: '/a/b/#L3', says: '#L3' },
    { from: '/a/', to: '/assets/site.css', says: '../assets/site.css' },
    { from: '/a/b/', to: '/a/b/c/x.csv', says: 'c/x.csv' },
  ])('$from から $to', ({ from, to, says }) => expect(relativeLink(from, to)).toBe(says))

  it.each(['../../etc/passwd', '取組', 'a/b', '', 'a b', '%2e%2e'])('文書から来た「%s」は所在地にならない', (id) =>
    expect(segment(id)).toMatch(/^x-[0-9a-f]{12}$/),
  )
  it('計画の所在地は自治体で始まる', () => expect(sitePaths.plan('990019', 'plan-1')).toBe('/990019/plans/plan-1/'))
})

describe('静的な頁', () => {
  it('どの頁のどのリンクも、頁とその中の位置に届く', () => {
    const broken: string[] = []
    for (const [path, html] of pages)
      for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const url = new URL(href.replaceAll('&amp;', '&'), `http://x/${path}`)
        const target = pages.get(decodeURIComponent(url.pathname.slice(1)))
        if (url.pathname.endsWith('/downloads/edition.json')) continue
        if (!target || (url.hash && !target.includes(` id="${url.hash.slice(1)}"`))) broken.push(`${path} → ${href}`)
      }
    expect(broken).toEqual([])
  })

  it('書かれたスタイルもスクリプトもない', () => {
    for (const [path, html] of pages) expect([path, / style="|<style|<script(?!&)| on[a-z]+="/.test(html)]).toEqual([path, false])
  })

  it('表題はどの頁も違い、見出しは段を飛ばさない', () => {
    const titles = [...pages].map(([, html]) => /<title>([^<]+)/.exec(html)?.[1] ?? '')
    expect(titles.filter((title, nth) => titles.indexOf(title) !== nth)).toEqual([])
    for (const [path, html] of pages) {
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
      expect([path, levels.filter((level, nth) => nth > 0 && level > (levels[nth - 1] as number) + 1)]).toEqual([path, []])
    }
  })

  it('どの頁にも、最初の頁からリンクをたどって着く', () => {
    const reached = new Set(['index.html'])
    for (const path of reached)
      for (const [, href = ''] of (pages.get(path) ?? '').matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const target = decodeURIComponent(new URL(href.replaceAll('&amp;', '&'), `http://x/${path}`).pathname.slice(1))
        if (pages.has(target)) reached.add(target)
      }
    expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([])
  })

  it('どの頁にも一つの見出し1と表題がある', () => {
    for (const [path, html] of pages) {
      expect([path, html.match(/<h1[ >]/g)?.length]).toEqual([path, 1])
      expect([path, /<title>[^<]+<\/title>/.test(html), html.startsWith('<!DOCTYPE html><html lang="ja">')]).toEqual([path, true, true])
    }
  })

  it('文書の文字は目印にならず、文字のまま見える', () => {
    const crafted = '<script>alert(1)</script><b>太字</b>'
    const record = aRecord({
      plans: [{ ...(anEdition().record.plans[0] as never as object), id: anId('plan-1'), title: crafted } as never],
      nodes: [aNode({ title: crafted, text: crafted })],
      initiatives: [anInitiative({ title: crafted, description: crafted, goal: crafted, sections: [crafted] })],
      chapters: [{ id: anId('chapter-1'), parent: null, heading: crafted, text: crafted }],
    })
    for (const [path, html] of pagesOf(anEdition({}, record))) {
      expect([path, html.includes('<script>alert') || html.includes('<b>太字')]).toEqual([path, false])
      expect(path).toMatch(/^[A-Za-z0-9/_.-]+$/)
    }
  })
})

describe('読む人に見えるもの', () => {
  it.each([
    { path: '', says: ['あおば市', 'あおば市行財政改革大綱', '団体コード 990019'] },
    {
      path: PLAN,
      says: ['計画期間 令和5年度（2023）～令和9年度（2027）', '限られた職員と財源で', '目標達成 1件', '一致しない', '令和6年度見直し'],
    },
    { path: `${PLAN}list/`, says: ['全5件', '① 窓口申請のオンライン化', '行政改革課（主担当）、市民課', '所管課で選ぶ'] },
    { path: `${PLAN}list/by-status/behind/`, says: ['状態：遅れ：2件（全5件）', 'ふるさと納税の推進'] },
    { path: `${PLAN}tree/`, says: ['柱 1 届く行政サービス', '推進項目 2-1', 'コンビニ交付を始めた'] },
    {
      path: `${PLAN}initiatives/initiative-1/`,
      says: [
        '終期の記載なし',
        '準備ができた手続から順に公開',
        '上半期',
        '96.0%',
        '120手続以上',
        '前の値 78手続、増減 ＋18手続',
        '空欄',
        '3,480千円',
        '電子申請の拡大',
        '令和6年度取組状況.txt',
        '6行目',
      ],
    },
    {
      path: `${PLAN}initiatives/initiative-2/`,
      says: ['「－」と記載', '適切に短縮', '判定不能', '令和8年度（2026）5月～（終期の記載なし）：総合窓口を開設'],
    },
    { path: `${PLAN}initiatives/initiative-3/`, says: ['減少が改善 （推定）', '40台以下', '116.7%', '12,345,678円'] },
    { path: `${PLAN}initiatives/initiative-1/form/`, says: ['実施計画名', 'カウンター ○', 'ファイル －', '計画の見直し'] },
    { path: `${PLAN}effects/`, says: ['▲ マイナス 1,500', '合計（計算した値）', '320時間', '計画の67.4%'] },
    { path: `${PLAN}carry-over/`, says: ['廃止（取組を集約）', '二つの取組を総合窓口に集約するため', '（なし：新規）', '（なし：終了）'] },
    { path: `${PLAN}progress-table/`, says: ['改革項目', '具体的取組', '今後の課題・方向性', '44台から38台に減らした。'] },
    { path: `${PLAN}indicators/`, says: ['公用車の台数', '85%以上を維持', '15,006／16,636', '512人', '定員：520人'] },
    {
      path: `${PLAN}reorganisations/`,
      says: ['令和6年4月1日（2024年）', '行政経営課', '改称', '電子申請に関すること', '（推定）', '存続'],
    },
    { path: `${PLAN}review/`, says: ['次に取り組むこと（Try）', 'ふるさと納税の推進', '集約した取組：公用車の電動化'] },
    { path: `${PLAN}checks/`, says: ['計算が合わない箇所（1件）', '20手続増', '18手続増', '8行目'] },
    { path: `${PLAN}remarks/`, says: ['「④」の次の番号がありません。'] },
    { path: `${PLAN}glossary/`, says: ['総合窓口', '複数の手続を一か所で受け付ける窓口。', '達成率'] },
    { path: `${PLAN}chapters/`, says: ['はじめに', '推進体制'] },
    { path: `${PLAN}sources/a0baa0baa0baa0ba/`, says: ['10行目', '［未読］ 欄外の走り書き', '150字', '読み取れなかった箇所（1か所）'] },
    { path: `${PLAN}editions/`, says: ['第2版', '38台に正した'] },
    { path: `${PLAN}downloads/`, says: ['edition.json', '公表版の全体'] },
  ])('$path', ({ path, says }) => {
    const text = seen(page(path))
    for (const words of says) expect(text).toContain(words)
  })

  it('新しい版だけを見せ、古い版は履歴に残す', () => {
    const both = pagesOf(anEdition({ number: 1, corrections: [] }), anEdition({ number: 2 }))
    expect(seen(both.get(`${PLAN}index.html`) ?? '')).toContain('公表版 第2版')
    expect(seen(both.get(`${PLAN}editions/index.html`) ?? '')).toContain('第1版')
  })

  it('何も公表されていないときも、そう伝える', () =>
    expect(seen([...sitePages([], CSS)][0]?.html ?? '')).toContain('公表された計画はまだありません'))

  it('架空の自治体は、架空と分かる', () => {
    expect(seen(page(''))).toContain('架空の自治体による見本')
    expect(seen(page(PLAN))).toContain('架空の自治体による見本')
    expect(seen(page('990019/'))).toContain('実在する自治体の計画や数値ではありません')
  })
})
