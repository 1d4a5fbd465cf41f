import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPart, aPlan, aRecord, aSection } from '../../town/story/builders.ts'
import type { Initiative } from './record.ts'
import { answersIndicators, itemsAsked, plansWithin } from './round-items.ts'

const asked = (...initiatives: Initiative[]) =>
  itemsAsked(aRecord({ initiatives }), new Set(['plan'])).map(({ initiative, parts, section }) => [initiative, parts.join(), section])

describe('誰が何を報告するか', () => {
  const part = (id: string, ...sections: string[]) => aPart({ id: anId(id), sections: sections.map((name) => aSection(name)) })
  it.each([
    { title: '所管課が一つ', it: anInitiative({ sections: ['財政課'] }), says: [['initiative', '', '財政課']] },
    {
      title: '所管課が二つなら、課ごとに一件',
      it: anInitiative({ sections: ['財政課', '納税課'] }),
      says: [
        ['initiative', '', '財政課'],
        ['initiative', '', '納税課'],
      ],
    },
    {
      title: '主担当課があれば、主担当課だけ',
      it: anInitiative({ sections: [aSection('財政課', { role: 'lead' }), aSection('納税課')] }),
      says: [['initiative', '', '財政課']],
    },
    {
      title: '関係課には尋ねない',
      it: anInitiative({ sections: ['財政課', aSection('市民課', { role: 'related' })] }),
      says: [['initiative', '', '財政課']],
    },
    { title: '所管課がなければ、担当課未定の一件', it: anInitiative({ sections: [] }), says: [['initiative', '', null]] },
    {
      title: '部分に課があれば、課ごとにその部分',
      it: anInitiative({ sections: ['行政改革課'], parts: [part('1', '市民課'), part('2', '納税課'), part('3', '市民課')] }),
      says: [
        ['initiative', '1,3', '市民課'],
        ['initiative', '2', '納税課'],
      ],
    },
    {
      title: '課のない部分は、取組の課',
      it: anInitiative({ sections: ['行政改革課'], parts: [part('1', '市民課'), part('2')] }),
      says: [
        ['initiative', '1', '市民課'],
        ['initiative', '2', '行政改革課'],
      ],
    },
    {
      title: '取組にも部分にも課がない部分は、担当課未定の一件',
      it: anInitiative({ sections: [], parts: [part('1', '市民課'), part('2')] }),
      says: [
        ['initiative', '1', '市民課'],
        ['initiative', '2', null],
      ],
    },
    {
      title: '字間の違う同じ課は、一件',
      it: anInitiative({ sections: ['ＤＸ推進課', 'D X 推進課'], parts: [part('1', 'DX推進課'), part('2', 'D X 推進課')] }),
      says: [['initiative', '1,2', 'DX推進課']],
    },
    { title: 'ほかの計画の取組には尋ねない', it: anInitiative({ plan: anId('other') }), says: [] },
  ])('$title', ({ it: initiative, says }) => expect(asked(initiative)).toEqual(says))

  it('計画の中の計画も含める', () => {
    const plans = [
      aPlan(),
      aPlan({ id: anId('half'), parent: anId('plan') }),
      aPlan({ id: anId('year'), parent: anId('half') }),
      aPlan({ id: anId('x') }),
    ]
    expect([...plansWithin(aRecord({ plans }), anId('plan'))].toSorted()).toEqual(['half', 'plan', 'year'])
  })
})

describe('取組全体の指標を答える課', () => {
  const part = (id: string, name: string) => aPart({ id: anId(id), sections: [aSection(name)] })
  it.each([
    { title: '所管課が一つならその課', it: anInitiative({ sections: ['財政課'] }), section: '財政課', answers: true },
    { title: '二つの課が担当するときは、初めの課', it: anInitiative({ sections: ['会計課', '納税課'] }), section: '会計課', answers: true },
    { title: '二つ目の課には尋ねない', it: anInitiative({ sections: ['会計課', '納税課'] }), section: '納税課', answers: false },
    {
      title: 'とりまとめの課があれば、その課',
      it: anInitiative({ sections: [aSection('会計課', { role: 'lead' }), aSection('納税課', { role: 'coordinator' })] }),
      section: '納税課',
      answers: true,
    },
    {
      title: '部分ごとに課があり、取組の課に尋ねないときは、初めの部分の課',
      it: anInitiative({ sections: ['行政改革課'], parts: [part('1', '市民課'), part('2', '納税課')] }),
      section: '市民課',
      answers: true,
    },
    { title: '事務局が別の課に割り当てた票には尋ねる', it: anInitiative({ sections: ['会計課'] }), section: '総務課', answers: true },
    { title: '担当課の決まらない票には尋ねる', it: anInitiative({ sections: [] }), section: null, answers: true },
  ])('$title', ({ it, section, answers }) => expect(answersIndicators(it, section)).toBe(answers))
})

describe('部分の指標を答える課', () => {
  const shared = aPart({ id: anId('2'), sections: [aSection('会計課'), aSection('納税課')] })
  const it_ = anInitiative({ sections: ['会計課', '納税課'], parts: [aPart({ id: anId('1'), sections: [aSection('納税課')] }), shared] })
  const led = aPart({ id: anId('2'), sections: [aSection('会計課', { role: 'lead' }), aSection('納税課', { role: 'coordinator' })] })
  it.each([
    { title: '二つの課の部分は、初めの課', of: it_, part: '2', section: '会計課', answers: true },
    { title: '二つの課の部分は、二つ目の課には尋ねない', of: it_, part: '2', section: '納税課', answers: false },
    { title: '自分だけの部分は、自分が答える', of: it_, part: '1', section: '納税課', answers: true },
    { title: 'とりまとめの課があれば、その課', of: anInitiative({ parts: [led] }), part: '2', section: '納税課', answers: true },
    {
      title: 'とりまとめの課があれば、ほかの課には尋ねない',
      of: anInitiative({ parts: [led] }),
      part: '2',
      section: '会計課',
      answers: false,
    },
    { title: '事務局が別の課に割り当てた票には尋ねる', of: it_, part: '2', section: '総務課', answers: true },
  ])('$title', ({ of, part, section, answers }) => expect(answersIndicators(of, section, anId(part))).toBe(answers))
})
