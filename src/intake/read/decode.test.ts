import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('文字コードの見分け', () => {
  it.each([
    { title: 'UTF-8', file: utf8('取組一覧'), says: '取組一覧' },
    { title: 'UTF-8（BOM つき）', file: utf8('\ufeff取組一覧'), says: '取組一覧' },
    { title: 'Shift_JIS', file: bytes('8ee6 9167 88ea 9797'), says: '取組一覧' },
    { title: 'Shift_JIS の機種依存文字 ①㈱髙', file: bytes('8740 878a fbfc'), says: '①㈱髙' },
    { title: 'UTF-16（BOM つき）', file: bytes('fffe d653 447d'), says: '取組' },
    { title: '末尾の Ctrl-Z は落ちる', file: utf8('取組\x1a'), says: '取組' },
  ])('$title は読める', ({ file, says }) => {
    expect(decodeText(file)).toEqual({ ok: true, value: says })
  })

  it.each([
    { title: '空白だけ', file: utf8(' \n　\n'), kind: 'empty' },
    { title: '途中で切れた UTF-8', file: utf8('行財政改革の取組一覧').subarray(0, -1), kind: 'truncated' },
    { title: '途中で切れた Shift_JIS', file: bytes('8ee6 9167 88ea 97'), kind: 'truncated' },
    {
      title: '壊れた UTF-8 を Shift_JIS と取り違えない',
      file: Uint8Array.from([...utf8('行財政改革の取組'), 0xff, 0xc0, ...utf8('一覧表です')]),
      kind: 'encoding',
    },
    { title: 'EUC-JP を Shift_JIS と取り違えない', file: bytes('bcc2 bbdc a4b9 a4eb bbf6 b6c8 a4ce b0ec cdf7'), kind: 'encoding' },
    { title: 'JIS（ISO-2022-JP）', file: bytes('1b24 42 3c68 4148 1b28 42'), kind: 'encoding' },
    { title: '制御文字だらけ', file: Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7) % 256), kind: 'binary' },
    { title: 'NUL を含む', file: utf8('取組\0一覧'), kind: 'binary' },
  ])('$title は断る', ({ file, kind }) => {
    expect(decodeText(file)).toMatchObject({ ok: false, problem: { kind } })
  })
})
