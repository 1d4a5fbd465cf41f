import { expect, it } from 'vitest'
import { aDay } from '../../town/story/round-builders.ts'
import { people, sections } from '../../town/story/staff.ts'
import { judgingDuties } from './judging-duties.ts'

const rows = (['section', 'department', 'headquarters', 'external'] as const).flatMap((stage) =>
  [
    { initiative: 'a', section: '財政課' },
    { initiative: 'a', section: '財政課' },
    { initiative: 'b', section: '市民課' },
    { initiative: 'c', section: null },
  ].map((one) => ({ ...one, stage, family: 'plan', plan: 'プラン', fiscalYear: 2024 })),
)
const told = (login: string) => {
  const person = people.find((one) => one.login === login)
  if (!person) throw new Error(login)
  return judgingDuties({ person, sections, day: aDay('2025-04-21') }, rows).map(({ title }) => title)
}

it.each([
  { login: 'zaisei', says: ['プラン：令和6年度 一次評価（所管課） 1件'] },
  { login: 'zaisei-kacho', says: ['プラン：令和6年度 一次評価（所管課） 1件'] },
  { login: 'zaimu-bucho', says: ['プラン：令和6年度 二次評価（部） 1件'] },
  // two reports on one initiative are one judgement; one without a section belongs to the office
  { login: 'jimukyoku', says: ['プラン：令和6年度 推進本部 3件'] },
  { login: 'kansa', says: [] },
])('評価を待つ取組は、その段階を受け持つ人にだけ言う：$login', ({ login, says }) => expect(told(login)).toEqual(says))
