import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { unpack } from './unpack.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('S-21 書庫の展開', () => {
  it('中のファイルを、フォルダーの名とともに取り出す', async () => {
    const files = await unpack(zipSync({ '財政課/様式.xlsx': bytes('一'), 'フォルダー/': bytes(''), 'b.csv': [bytes('二'), { level: 0 }] }))
    expect(files.ok && files.value.map(({ name, content }) => [name, content.ok && new TextDecoder().decode(content.value)])).toEqual([
      ['財政課/様式.xlsx', '一'],
      ['b.csv', '二'],
    ])
  })

  it('Windows の書庫の名（Shift_JIS）が読める', async () => {
    // 「表」 ends in the byte of a backslash: a name is decoded before it is looked at
    const name = iconv.encode('一覧表.xlsx', 'cp932')
    const placeholder = 'x'.repeat(name.length)
    const zip = Buffer.from(zipSync({ [placeholder]: bytes('一') }))
    for (let at = zip.indexOf(placeholder); at >= 0; at = zip.indexOf(placeholder, at + 1)) name.copy(zip, at)
    const files = await unpack(zip)
    expect(files.ok && files.value.map((one) => one.name)).toEqual(['一覧表.xlsx'])
  })

  it.each([
    { title: '空の書庫', zip: zipSync({}), says: [] },
    { title: '外へ出る名', zip: zipSync({ '../x.xlsx': bytes('一') }), says: { kind: 'unsafe-archive', fault: 'path' } },
    {
      title: '合わせて大きすぎる中身',
      zip: zipSync({ 'a.csv': new Uint8Array(6_000), 'b.csv': new Uint8Array(6_000) }),
      says: { kind: 'zip-bomb' },
    },
    { title: '途中で切れた書庫', zip: zipSync({ 'a.csv': bytes('一') }).slice(0, 20), says: { kind: 'truncated' } },
  ])('$title', async ({ zip, says }) => {
    const files = await unpack(zip, 10_000)
    expect(files.ok ? files.value : files.problem).toEqual(says)
  })

  it('一つが大きすぎるときは、それだけを断る', async () => {
    const files = await unpack(zipSync({ 'a.csv': new Uint8Array(20_000_001), 'b.csv': bytes('二') }))
    expect(files.ok && files.value.map(({ name, content }) => [name, content.ok])).toEqual([
      ['a.csv', false],
      ['b.csv', true],
    ])
  })
})
