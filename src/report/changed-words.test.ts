import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords } from './changed-words.ts'

const told = (before: string, after: string): string =>
  changedWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

describe('直した箇所', () => {
  it.each([
    { before: '対象手続を12件に広げた。', after: '対象手続を20件に広げた。', says: '対象手続を[-12][+20]件に広げた。' },
    { before: '', after: '新しい文', says: '[+新しい文]' },
    { before: '消した文', after: '', says: '[-消した文]' },
    { before: '同じ文', after: '同じ文', says: '同じ文' },
    { before: '', after: '', says: '' },
    { before: '一つ目。二つ目。', after: '一つ目。間の文。二つ目。', says: '一つ目。[+間の文。]二つ目。' },
  ])('「$before」→「$after」', ({ before, after, says }) => expect(told(before, after)).toBe(says))

  it('残した箇所と消した箇所で前の文、残した箇所と加えた箇所で後の文になる', () => {
    const text = fc.string({ unit: fc.constantFrom('市', '民', '税', 'を', '12', '件', '。', '\n', '㈱', '髙', ' '), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = changedWords(before, after)
        const without = (kind: string) =>
          stretches
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
      { numRuns: 500 },
    )
  })

  it('長い文でも待たせない', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, nth) => `${word}${nth}。`).join('')
    expect(changedWords(long('前'), long('後')).length).toBeGreaterThan(0)
  })
})
