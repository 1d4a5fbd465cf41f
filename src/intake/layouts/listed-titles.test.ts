import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { countCharacters } from '../../vocabulary/folding.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (...lines: string[]): DocumentRecord => {
  const text = lines.join('\n')
  return understand({ name: 'x.txt', sha256: '', kind: 'txt', pages: readText(text), characters: countCharacters(text) })
}

describe('取組名だけが、担当課をかっこに入れて並ぶ', () => {
  it('見出しの下の取組として読む', () => {
    const record = read(
      '1　窓口の改善',
      '・総合窓口の設置（市民課）',
      '・休日開庁の拡大（市民課、税務課）',
      '2　内部管理の効率化',
      '・旅費事務の簡素化（職員課）',
    )
    expect(
      record.initiatives.map((i) => [i.title, record.nodes.find((n) => n.id === i.node)?.title, ...i.sections.map((s) => s.name)]),
    ).toEqual([
      ['総合窓口の設置', '窓口の改善', '市民課'],
      ['休日開庁の拡大', '窓口の改善', '市民課', '税務課'],
      ['旅費事務の簡素化', '内部管理の効率化', '職員課'],
    ])
  })

  it.each([
    ['出席者の名簿', ['1　出席者', '・青葉太郎（総務課）', '・若葉花子（財政課）', '・双葉次郎（市民課）']],
    ['職名の名簿', ['1　事務局の管理', '・総務管理課長（総務課）', '・財産管理主査（財政課）', '・窓口改善主任（市民課）']],
    ['施設の一覧', ['1　施設', '・中央公民館（生涯学習課）', '・北体育館（スポーツ課）', '・青葉公園（公園課）']],
  ])('%sは取組ではない', (_, lines) => {
    expect(read(...lines).initiatives).toEqual([])
  })
})
