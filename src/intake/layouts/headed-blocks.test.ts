import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { countCharacters } from '../../vocabulary/folding.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (text: string): DocumentRecord =>
  understand({ name: 'x.txt', sha256: '', kind: 'txt', pages: readText(text), characters: countCharacters(text) })

const told = (record: DocumentRecord): string[] =>
  record.initiatives.map((i) => {
    const node = record.nodes.find((n) => n.id === i.node)?.title ?? '-'
    return `${i.number ?? '-'} ${i.title} < ${node} : ${i.sections.map((s) => s.name).join('・')}`
  })

describe('取組名が見出しで、その下に「担当：…」「目標：…」が続く', () => {
  it.each([
    {
      title: '番号付きの見出しと、見出しの後ろの担当課',
      text: '行政改革の取組実績（令和6年度）\n１．事務の見直し\n（１）公用車の削減　　担当：管財課\n　目標：20台を削減する。\n　実績：6台を削減した。\n（２）会議の短縮　　担当：総務課\n　目標：全課で実施する。\n　実績：30課で実施した。\n２．財政の健全化\n（１）市債の縮減　　担当：財政課\n　目標：残高200億円以下\n　実績：残高213億円',
      says: [
        '(1) 公用車の削減 < 事務の見直し : 管財課',
        '(2) 会議の短縮 < 事務の見直し : 総務課',
        '(1) 市債の縮減 < 財政の健全化 : 財政課',
      ],
    },
    {
      title: 'Markdown の見出し',
      text: '# あおば市DX推進計画\n\n### 基本方針1 手続の電子化\n#### 施策1-1 申請の電子化\n- 担当：情報課\n- 内容：申請を電子で受ける。\n#### 施策1-2 窓口の予約\n- 担当：市民課\n- 内容：予約を受ける。',
      says: ['1-1 申請の電子化 < 手続の電子化 : 情報課', '1-2 窓口の予約 < 手続の電子化 : 市民課'],
    },
    {
      title: '「取組1」と題名',
      text: '経営改革プラン 取組状況\n取組1 業務の見直し\n所管課:行政経営課\n実績:手順を改めた。\n取組2 公民連携\n所管課:企画課\n実績:提案を受けた。',
      says: ['1 業務の見直し < - : 行政経営課', '2 公民連携 < - : 企画課'],
    },
    {
      title: '「3 実施項目」は柱ではない',
      text: '3　実施項目\n(1)　窓口の整備\n担当課：市民課\n概要：一か所で受ける。\n(2)　情報の発信\n担当課：広報課\n概要：写真を増やす。',
      says: ['(1) 窓口の整備 < - : 市民課', '(2) 情報の発信 < - : 広報課'],
    },
    {
      title: '見出しと表の行（HTML）',
      text: '<h2>取組項目1　窓口の委託</h2>\n<table>\n<tr><th>担当課</th><td>市民課</td></tr>\n<tr><th>取組内容</th><td>委託する。</td></tr>\n</table>\n<h2>取組項目2　プールの集約</h2>\n<table>\n<tr><th>担当課</th><td>教育総務課</td></tr>\n<tr><th>取組内容</th><td>集約する。</td></tr>\n</table>',
      says: ['1 窓口の委託 < - : 市民課', '2 プールの集約 < - : 教育総務課'],
    },
  ])('$title', ({ text, says }) => {
    expect(told(read(text))).toEqual(says)
  })

  it('番号の見出しの下に一度だけラベルがあっても、取組ではない', () => {
    expect(told(read('１　趣旨\n担当：総務課\n２　経過\n昨年から検討してきた。'))).toEqual([])
  })
})
