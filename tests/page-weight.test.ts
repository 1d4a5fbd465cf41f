import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { absoluteLink } from '../src/publish/site/paths.ts'
import { drawn, siteOf } from '../src/publish/site/site.tsx'
import { stylesheet } from './browser.ts'
import { aLargeEdition } from './large-edition.ts'

const LIMIT = 30 * 1024
/** Of the pages of one initiative, some are enough: none of them grows with the plan. */
const isOneOfMany = (path: string): boolean => /initiative-\d*[1-9]\//.test(path)

describe('取組300件・指標1,500件の計画', () => {
  const { pages } = siteOf([aLargeEdition(), aLargeEdition({ number: 1 })])
  const html = new Map<string, string>()
  for (const [path, draw] of pages)
    if (!isOneOfMany(path))
      html.set(path, drawn(draw({ path, link: absoluteLink(''), stylesheet: '/site.css', chosen: {}, served: false })))

  it('どの頁もスタイルと合わせて圧縮後30KBまで', () => {
    const style = gzipSync(stylesheet('style-portal.css')).length
    const heavy = [...html].map(([path, said]) => ({ path, weight: gzipSync(said).length + style })).filter(({ weight }) => weight > LIMIT)
    expect(heavy).toEqual([])
  })

  it('分けた頁もリンクで着き、リンクはどれも頁に届く', () => {
    const linked = new Set<string>()
    for (const said of html.values())
      for (const [, href = ''] of said.matchAll(/<a [^>]*?href="([^"#]+)/g)) linked.add(href.replaceAll('&amp;', '&'))
    expect([...linked].filter((href) => !pages.has(href) && !href.includes('/downloads/'))).toEqual([])
    expect([...html.keys()].filter((path) => !linked.has(path))).toEqual([])
  })
})
