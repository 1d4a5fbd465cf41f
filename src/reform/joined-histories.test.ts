import { describe, expect, it } from 'vitest'
import type { SectionHistory } from './edition.ts'
import { joinHistories } from './joined-histories.ts'

const aSection = (name: string, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  ...said,
})

describe('所属の履歴を合わせる', () => {
  it.each([
    {
      title: '知らない所属は加わる',
      known: [],
      said: [aSection('財政課')],
      joined: { written: [aSection('財政課')], gone: [] },
    },
    {
      title: '同じことを言う文書は何も変えない',
      known: [aSection('財政課', { parent: '財務部' })],
      said: [aSection('財政課')],
      joined: { written: [], gone: [] },
    },
    {
      title: '始まりの分からない記載は、いつ始まったか分かっている所属のこと',
      known: [aSection('行政経営課', { from: '2025-04-01', parent: '総務部' })],
      said: [aSection('行政経営課')],
      joined: { written: [], gone: [] },
    },
    {
      title: '始まりが分かったら、始まりの分からない行はなくなり、部は残る',
      known: [aSection('行政経営課', { parent: '総務部' })],
      said: [aSection('行政経営課', { from: '2025-04-01' })],
      joined: {
        written: [aSection('行政経営課', { from: '2025-04-01', parent: '総務部' })],
        gone: [aSection('行政経営課', { parent: '総務部' })],
      },
    },
    {
      title: '終わりと後継は文書の記載で加わり、消えない',
      known: [aSection('職員課')],
      said: [aSection('職員課', { to: '2025-04-01', successors: ['人事課'] }), aSection('職員課')],
      joined: { written: [aSection('職員課', { to: '2025-04-01', successors: ['人事課'] })], gone: [] },
    },
    {
      title: '廃止の後に同じ名で置かれた所属は別の行',
      known: [aSection('企画課', { to: '2010-04-01' })],
      said: [aSection('企画課', { from: '2020-04-01' })],
      joined: { written: [aSection('企画課', { from: '2020-04-01' })], gone: [] },
    },
    {
      title: '全角と半角の違う名は同じ所属',
      known: [aSection('ＤＸ推進課')],
      said: [aSection('DX推進課', { to: '2025-04-01' })],
      joined: { written: [aSection('ＤＸ推進課', { to: '2025-04-01' })], gone: [] },
    },
  ])('$title', ({ known, said, joined }) => expect(joinHistories(known, said)).toEqual(joined))
})
