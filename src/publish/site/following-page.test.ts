import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { anId, anIndicator, anInitiative } from '../../../town/story/builders.ts'
import { aJudgement, aJudging, anImprovement, anOpinion, aReflection, aScale } from '../../../town/story/judging-builders.ts'
import { aDay } from '../../../town/story/round-builders.ts'
import { publishedJudging } from '../../reform/published-judging.ts'
import { anEdition } from '../../report/test-edition.ts'
import { drawn, siteOf } from './site.tsx'

const scales = [
  aScale('decision', ['継続', '改善', '縮小']),
  aScale('results', ['向上', '維持', '低下']),
  aScale('cost', ['削減', '維持', '増加']),
]
const ids = Array.from({ length: 100 }, (_, nth) => anId(`it-${nth}`))
const words = (nth: number, all: readonly string[]): string => all[nth % all.length] as string
const initiatives = ids.map((id, nth) => {
  const cost = {
    fiscalYear: 2024,
    label: '事業費',
    fund: null,
    quantity: null,
    unit: '千円',
    raw: String(nth + 1),
    amountYen: (nth + 1) * 1_000,
  }
  return anInitiative({
    id,
    number: `1-${nth}`,
    title: `取組の名が少し長いもの その${nth}`,
    costs: [
      { ...cost, stage: '予算' },
      { ...cost, stage: '決算' },
    ],
  })
})
const day = aDay('2025-05-12')
const judging = publishedJudging(
  aJudging({
    scales,
    criteria: [{ id: 'c', name: '基準1', rule: { kind: 'targets-missed', years: 1 } }],
    judgements: ids.flatMap((initiative, nth) =>
      scales.map((scale) =>
        aJudgement({
          id: `${nth}${scale.id}`,
          initiative,
          scale: scale.id,
          word: words(
            nth,
            scale.grades.map(({ word }) => word),
          ),
        }),
      ),
    ),
    opinions: ids.slice(0, 40).map((initiative, nth) =>
      anOpinion({
        id: `o${nth}`,
        initiative,
        text: `意見${nth}。利用者の声を集め、次の年度の計画に生かすこと。`,
        response: nth % 2 ? { section: '財政課', text: `対応${nth}。集めた声を公表します。`, on: day } : null,
      }),
    ),
    improvements: ids.slice(0, 30).map((initiative, nth) =>
      anImprovement({
        id: `m${nth}`,
        initiative,
        state: 'running',
        cause: `原因${nth}`,
        action: `改善策${nth}`,
        due: day,
        notes: [{ on: day, by: 'x', text: `経過${nth}` }],
      }),
    ),
    reflections: ids.filter((_, nth) => nth % 3 === 2).map((initiative) => aReflection({ initiative })),
  }),
)
const edition = anEdition(
  { judging },
  {
    initiatives,
    indicators: ids.map((id) => anIndicator({ id: anId(`k-${id}`), of: { initiative: id } })),
    lineage: [],
    reviews: [],
    effects: [],
  },
)
const site = siteOf([edition])
const draw = (page: string): string => {
  const path = `/990019/plans/${edition.plan}/${page}`
  const found = site.pages.get(path)
  if (!found) throw new Error(`${page}がありません`)
  return drawn(found({ path, link: (_, to) => to, stylesheet: '/x.css', chosen: {}, served: true }))
}

describe('評価の後の公開の頁', () => {
  it.each(['following/', 'results-and-cost/'])('%s は、取組100件でも圧縮して30KBに収まる', (page) => {
    expect(gzipSync(draw(page)).length).toBeLessThan(30 * 1024)
  })
  it('表は頁と同じ数を言い、スクリプトもその場の装飾もない', () => {
    const html = draw('following/')
    expect(html).toContain('このうち、対応がまだ示されていないもの：20件')
    expect(html).not.toMatch(/<script|style="/)
    expect(draw('results-and-cost/')).toContain('両方の評価がある100件')
    expect(draw('evaluation/')).toContain('意見40件、うち対応がまだ示されていないもの20件')
  })
})
