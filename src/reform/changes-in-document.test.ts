import { describe, expect, it } from 'vitest'
import { aSectionRow } from '../../town/story/reorganisation-builders.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { changesInDocument, effectiveDay } from './changes-in-document.ts'
import type { OrganizationChange } from './record.ts'

const ON = '2026-04-01' as Day
const sections = ['総務部', 'こども部', '甲課', '乙課', '丙課', '保育課'].map((name) => aSectionRow(name))
type Read = OrganizationChange['changes'][number]
const read = (kind: Read['kind'], from: string[], to: string[], said: Partial<Read> = {}): Read => ({
  kind,
  from,
  to,
  what: null,
  reason: null,
  guessed: false,
  ...said,
})
const told = (...changes: Read[]) =>
  changesInDocument([{ number: null, department: '総務部', effective: '2026', text: '', changes }], sections, ON).map((one) =>
    [one.kind, one.from.join('・'), one.to.join('・'), one.parent ?? '', one.guessed ? '推定' : ''].join(' ').trim(),
  )

describe('文書の組織改正を様式に移す', () => {
  it.each([
    {
      title: '統合と、その新設と、推定の廃止は、一行',
      changes: [read('統合', ['甲課', '乙課'], ['新課']), read('新設', [], ['新課']), read('廃止', ['甲課'], [], { guessed: true })],
      says: ['統合 甲課・乙課 新課 総務部'],
    },
    { title: '二つの新設は、二行', changes: [read('新設', [], ['新課', '別課'])], says: ['新設  新課 総務部', '新設  別課 総務部'] },
    {
      title: '残る課への統合は、残る課も旧の側に',
      changes: [read('統合', ['甲課'], ['乙課'])],
      says: ['統合 甲課・乙課 乙課 総務部 推定'],
    },
    {
      title: '部を付けて書いた課は、部と課に分ける',
      changes: [read('移管', ['総務部 保育課'], ['こども部 保育課'])],
      says: ['移管 保育課 保育課 こども部 推定'],
    },
    {
      title: '課の中の係への再編は、確かめるまで推定',
      changes: [read('再編', ['丙課'], ['支援係'])],
      says: ['再編 丙課 支援係 総務部 推定'],
    },
    { title: '推定の廃止だけが残れば、推定のまま', changes: [read('廃止', ['丙課'], [], { guessed: true })], says: ['廃止 丙課   推定'] },
  ])('$title', ({ changes, says }) => expect(told(...changes)).toEqual(says))

  it.each([
    ['2024', '2024-04-01'],
    ['2024-10-01', '2024-10-01'],
    [null, null],
  ])('施行日 %s', (said, day) => expect(effectiveDay(said)).toBe(day))
})
