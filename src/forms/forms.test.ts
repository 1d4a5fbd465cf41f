import { describe, expect, it } from 'vitest'
import type { RoundItemId } from '../../src/reform/round.ts'
import { aContent, anItem, aRound, aSheet } from '../../town/story/round-builders.ts'
import type { IssuedForm } from './form.ts'
import { formNumberOf } from './form-number.ts'
import { readForms } from './read-forms.ts'
import { settleForm, withReturned } from './settle-form.ts'
import { writeForms } from './write-forms.ts'

const AOBA = { code: '999999', name: 'あおば市' }
const aForm = (serial: number, said: Parameters<typeof anItem>[0] = {}): IssuedForm => ({
  number: formNumberOf(2024, serial),
  round: aRound(),
  item: anItem({ id: `item-${serial}` as RoundItemId, version: serial, ...said }),
  municipality: AOBA,
})

describe('様式の往復', () => {
  it.each(['sheets', 'list'] as const)('%s: 出して戻すと、番号、隠れた ID、値が同じ', async (variant) => {
    const forms = [aForm(1, { content: aContent() }), aForm(2, { sheet: aSheet({ number: '1-1-2', title: '別の取組' }) })]
    const read = await readForms(await writeForms(forms, variant))
    if (!read.ok) throw new Error(read.problem.kind)
    expect(read.value.map((form) => settleForm(form, aSheet()).problems)).toEqual([[], []])
    expect(read.value.map(({ number, hidden }) => [number, hidden?.item, hidden?.version])).toEqual([
      [forms[0]?.number, 'item-1', 1],
      [forms[1]?.number, 'item-2', 2],
    ])
    expect(read.value.map((form) => withReturned(aContent({ progress: '古い' }), form))).toEqual(
      forms.map(({ item }) => ({ ...item.content })),
    )
  })
})
