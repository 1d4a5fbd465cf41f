import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aDay, anItem, aRound, aSheet } from '../../town/story/round-builders.ts'
import type { RoundItemId } from '../reform/round.ts'
import { roundInstructions } from '../report/round-instructions.ts'
import { headOf, inquiryLetter } from '../report/round-letter.ts'
import { inquiryDocx, instructionsDocx } from './round-letter.ts'

const PLAN = 'あおば市行財政改革推進プラン2023-2027'
const SENDER = 'あおば市　行政経営課長'
const items = [
  anItem({ id: '1' as RoundItemId, section: '財政課', sheet: aSheet({ number: '1-1', title: '基金の積立て' }) }),
  anItem({
    id: '2' as RoundItemId,
    section: '財政課',
    parts: [anId('part-2')],
    sheet: aSheet({ number: '1-2', title: '<b>使用料</b> & 手数料\n見直し', parts: [{ id: anId('part-2'), title: '体育館' }] }),
  }),
  anItem({ id: '3' as RoundItemId, section: '市民課', sheet: aSheet({ number: '1-3' }) }),
  anItem({ id: '4' as RoundItemId, section: '財政課', imported: true, sheet: aSheet({ number: '1-4', title: '取込み済の取組' }) }),
  anItem({ id: '5' as RoundItemId, section: null, sheet: aSheet({ number: '1-5' }) }),
]

/** The paragraphs of the document as a reader of Word sees them. */
function paragraphs(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)
  const decoded = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) =>
    decoded(
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([all, text]) => (all === '<w:br/>' ? '\n' : (text ?? '')))
        .join(''),
    ),
  )
}

describe('照会文', () => {
  const letter = (said: Parameters<typeof aRound>[0], section: string | null) =>
    inquiryDocx(inquiryLetter({ round: aRound(said), plan: PLAN, sender: SENDER, items, section }))

  it('文書番号の欄・日付・宛先・発信者・件名・記・以上がこの順に並び、期限は和暦と曜日で入る', async () => {
    const read = paragraphs(await letter({}, null))
    const order = [
      '（文書番号）',
      '令和7年4月14日',
      '各課長　様',
      SENDER,
      '令和6年度取組状況の報告について（照会）',
      '記',
      '令和7年5月16日（金）',
      '令和7年6月13日（金）',
      '以上',
      '別紙　課ごとの件数',
    ]
    expect(order.map((text) => read.indexOf(text))).toEqual(order.map((text) => read.indexOf(text)).toSorted((a, b) => a - b))
    expect(order.filter((text) => !read.includes(text))).toEqual([])
    expect(read.join('\n')).toContain('令和6年4月1日から令和7年3月31日まで')
    expect(read).toContain('行政経営課 改革係（内線 2345）')
  })

  it('全課あては課ごとの件数を付け、取り込んだ報告は求めない', async () => {
    const read = paragraphs(await letter({}, null))
    const at = read.indexOf('別紙　課ごとの件数')
    expect(read.slice(at + 1, at + 13)).toEqual([
      '課',
      '件数',
      '取組の番号',
      '財政課',
      '2',
      '1-1、1-2',
      '市民課',
      '1',
      '1-3',
      '（所管なし）',
      '1',
      '1-5',
    ])
  })

  it('一つの課あては、その課の取組だけを、部分と指標とともに並べる', async () => {
    const read = paragraphs(await letter({}, '財政課'))
    expect(read).toContain('財政課長　様')
    const at = read.indexOf('別紙　報告していただく取組')
    expect(read.slice(at + 5)).toEqual([
      '1-1',
      '基金の積立て',
      'オンライン申請の件数（件）',
      '2,000',
      '1-2',
      '<b>使用料</b> & 手数料\n見直し\n（体育館）',
      'オンライン申請の件数（件）',
      '2,000',
    ])
  })

  it.each([
    {
      title: '部長承認を求めるときは、その期限も',
      said: { departmentApproval: true, dueDepartment: aDay('2025-05-23') },
      says: '令和7年5月23日（金）',
    },
    { title: '猶予があるときは、その最後の日', said: { graceDays: 3 }, says: '令和7年5月21日（水）までは提出できます' },
    { title: '締切の日を決めたときは、その日', said: { lockOn: aDay('2025-06-02') }, says: '令和7年6月2日（月）からは入力できません' },
    { title: '職務分離のとき', said: { separation: true }, says: '提出した人は、その報告を承認できません' },
  ])('$title が入る', async ({ said, says }) => expect(paragraphs(await letter(said, null)).join('\n')).toContain(says))

  it('XML に書けない文字があっても、開ける文書になる', async () => {
    const read = paragraphs(await letter({ contact: '改革係\u0000\u000b（内線）\uffff' }, null))
    expect(read).toContain('改革係（内線）')
  })
})

describe('所属長の呼び方', () => {
  it.each([
    ['財政課', '財政課長'],
    ['議会事務局', '議会事務局長'],
    ['あおば市立図書館', 'あおば市立図書館長'],
    ['監査委員', '監査委員の長'],
  ])('%s → %s', (section, head) => expect(headOf(section)).toBe(head))
})

describe('記入要領', () => {
  it('欄ごとの書き方、四つの答え、単位、返し方、期限、問合せ先がある', async () => {
    const read = paragraphs(await instructionsDocx(roundInstructions(aRound(), PLAN), SENDER)).join('\n')
    for (const said of [
      '令和6年度 取組状況報告 記入要領',
      PLAN,
      '指標の実績値',
      '数（0を含む）',
      '－',
      '空欄',
      '千円',
      '帳票番号',
      '窓口申請のオンライン化',
      '令和7年5月16日（金）',
      '行政経営課 改革係（内線 2345）',
    ])
      expect(read).toContain(said)
    expect(read).not.toContain('部長')
  })

  it('部長承認を求める照会では、部長の手順が入る', async () => {
    const round = aRound({ departmentApproval: true, dueDepartment: aDay('2025-05-23') })
    expect(paragraphs(await instructionsDocx(roundInstructions(round, PLAN), SENDER))).toContain('令和7年5月23日（金）')
  })
})
