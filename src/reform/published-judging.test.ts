import { describe, expect, it } from 'vitest'
import { aJudgement, aJudging, anImprovement, anOpinion } from '../../town/story/judging-builders.ts'
import { aDay } from '../../town/story/round-builders.ts'
import { publishedJudging } from './published-judging.ts'

const day = aDay('2025-06-02')
const SECRET = '公表してはならない文'
const PUBLIC = '公表する文'

/** Everything that may be written, each with a text of its own that says whether it may be read outside. */
const everything = aJudging({
  judgements: [aJudgement({ reason: `${PUBLIC}1`, by: 'himitsu-login' })],
  opinions: [
    anOpinion({ id: '1', text: `${PUBLIC}2`, response: { section: '財政課', text: `${PUBLIC}3`, on: day } }),
    anOpinion({ id: '2', text: `${PUBLIC}4`, response: { section: '財政課', text: `${SECRET}（下書きの対応）`, on: null } }),
    anOpinion({ id: '3', text: `${PUBLIC}5`, response: null }),
    anOpinion({ id: '4', text: '', from: `${SECRET}（選定しただけの機関）`, saidOn: null }),
  ],
  improvements: [
    anImprovement({ id: '1', state: 'asked', cause: `${SECRET}（書きかけの原因）`, action: `${SECRET}（書きかけの改善策）`, due: day }),
    anImprovement({
      id: '2',
      state: 'running',
      cause: `${PUBLIC}6`,
      action: `${PUBLIC}7`,
      notes: [{ on: day, by: 'himitsu-login', text: `${PUBLIC}8` }],
    }),
    anImprovement({ id: '3', state: 'closed', outcome: `${PUBLIC}9`, closedOn: day }),
  ],
})

describe('公表する評価', () => {
  const said = JSON.stringify(publishedJudging(everything))

  it('下書き・選定だけの意見・着手前の内容・書いた人は入らない', () => {
    expect(said).not.toContain(SECRET)
    expect(said).not.toContain('himitsu-login')
    expect(said).not.toContain('"by"')
  })

  it('述べられた意見、記録した対応、着手した計画と経過、結果は入る', () => {
    for (let nth = 1; nth <= 9; nth += 1) expect(said).toContain(`${PUBLIC}${nth}`)
    expect(publishedJudging(everything).improvements.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'asked'],
      ['2', 'running'],
      ['3', 'closed'],
    ])
  })

  it('元の一式は変わらない', () => expect(JSON.stringify(everything)).toContain(SECRET))
})
