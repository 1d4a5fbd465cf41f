import { describe, expect, it } from 'vitest'
import { printHeads, readHeads } from './audit-head.ts'

const head = { municipality: '990019', number: 12, count: 12, hash: 'a'.repeat(64), at: new Date('2025-06-01T00:00:00Z') }
const line = printHeads([head]).trimEnd()

describe('A-04 記録の末尾の控え', () => {
  it('書いたものをそのまま読める。Windows の改行や BOM が付いてもよい', () => {
    const two = [head, { ...head, municipality: '990027' }]
    expect(readHeads(printHeads(two))).toEqual({ ok: true, value: two })
    expect(readHeads(`\uFEFF${line}\r\n\r\n`)).toEqual({ ok: true, value: [head] })
  })

  it.each([
    ['空', '', 1],
    ['JSON でない', 'あおば市', 1],
    ['途中で切れている', line.slice(0, -9), 1],
    ['別の形式', line.replace('kaikaku-audit-head/1', 'kaikaku/1'), 1],
    ['団体コードでない', line.replace('990019', 'aoba'), 1],
    ['番号が数でない', line.replace('"number":12', '"number":"12"'), 1],
    ['ハッシュが短い', line.replace('aaaa', ''), 1],
    ['日時でない', line.replace('2025-06-01', '令和7年'), 1],
    ['二行目が壊れている', `${line}\n{}`, 2],
    ['null', 'null', 1],
  ])('%sものは、行を示して断る', (_, text, place) => {
    expect(readHeads(text)).toEqual({ ok: false, problem: { kind: 'not-heads', line: place } })
  })
})
