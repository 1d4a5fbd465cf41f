import { describe, expect, it } from 'vitest'
import { joinParagraphs, widthOf, wrapOf } from './paragraphs.ts'
import { readText } from './read/text.ts'

const rowsOf = (text: string) => readText(text).flatMap((page) => page.rows)
const paragraphsOf = (text: string): string[] => {
  const rows = rowsOf(text)
  return joinParagraphs(rows, wrapOf(rows)).map((p) => p.text)
}

/** A small generator of numbers, so that a failing case is the same one every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

const WORDS = [
  '窓口',
  'の',
  '改善',
  'を',
  '進め',
  'て',
  '市民',
  'に',
  '分かり',
  'やすい',
  '情報',
  'と',
  '、',
  'NPO',
  '公共施設',
  '見直し',
  'ICT',
  '令和5年度',
  'へ',
  '（仮称）',
]

function sentence(next: (below: number) => number): string {
  const words = Array.from({ length: 20 + next(60) }, () => WORDS[next(WORDS.length)] as string)
  return `本市では${words.join('').replace(/[、]+/g, '、')}ます。`
}

/** Cut as a word processor cuts: at full width, a 、 or 。 never at the beginning of a line. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (widthOf(line + letter) > width && !/[、。）]/.test(letter)) {
      lines.push(line)
      line = ''
    }
    line += letter
  }
  return [...lines, line]
}

describe('折り返された段落をつなぐ', () => {
  for (const between of ['\n\n', '\n'])
    for (const width of [48, 60, 72, 80])
      it(`${width / 2}字で折り返し、行間${between === '\n' ? 'なし' : 'が空行'}でも元の文に戻る`, () => {
        const next = numbers(width * between.length)
        for (let turn = 0; turn < 30; turn += 1) {
          const paragraphs = Array.from({ length: 4 + next(4) }, () => sentence(next))
          const text = paragraphs.map((p) => wrapped(p, width).join(between)).join('\n\n')
          expect(paragraphsOf(text).join('').replace(/\s/g, '')).toBe(paragraphs.join(''))
          expect(paragraphsOf(text)).toEqual(paragraphs)
        }
      })

  it.each([
    {
      title: '折り返しのない文書では行が段落である',
      text: ['一つ目の段落はここで終わります。', '二つ目', '・三つ目の項目は長いけれども折り返してはいない', '四つ目です。'].join('\n'),
      says: 4,
    },
    {
      title: '箇条書きが並んでいてもつながない',
      text: Array.from({ length: 8 }, (_, i) => `・市民の利便性の向上を図るための取組その${i}を進める方針を定めること`).join('\n'),
      says: 8,
    },
    { title: '見出しだけの並びをつながない', text: ['１ 住民自治の推進', '２ 財政基盤の強化', '３ 満足度の向上'].join('\n\n'), says: 3 },
  ])('$title', ({ text, says }) => {
    expect(paragraphsOf(text)).toHaveLength(says)
  })

  const WRAPPED = [
    '海沿いの集落では道が細く、冬になると雪で車が通れない日も多いため、見',
    '回りの当番を決めて声を掛け合いながら、買い物や通院、灯油の配達など、',
    '暮らしに欠かせない用事を助け合う仕組みを小学校区ごとにつくるこ',
    'とを検討します。',
  ]
  it.each([
    {
      title: '見出しは次の行とつながらない',
      text: [...WRAPPED, '② 担い手の育成', ...WRAPPED],
      says: [WRAPPED.join(''), '② 担い手の育成', WRAPPED.join('')],
    },
    {
      title: '英単語の間には空白を入れ、日本語との間には入れない',
      text: [
        ...WRAPPED,
        '※ＡＢＣとは、この文書のために作った言葉の略であり、 Information and',
        'Communication をあらわす言葉として庁内の会議で繰り返し使われている',
        'ものです。',
      ],
      says: [
        WRAPPED.join(''),
        '※ＡＢＣとは、この文書のために作った言葉の略であり、 Information and Communication をあらわす言葉として庁内の会議で繰り返し使われているものです。',
      ],
    },
    {
      title: '折り返した行が数字や「ン）」で始まっても続きである',
      text: [
        ...WRAPPED,
        '新しい総合計画の期間は社会の変化の速さを考えて、これまでよりも長い',
        '10 年間とし、その間に行う事業のための人材や職員間のコミュニケーショ',
        'ン）を育てます。',
      ],
      says: [
        WRAPPED.join(''),
        '新しい総合計画の期間は社会の変化の速さを考えて、これまでよりも長い10 年間とし、その間に行う事業のための人材や職員間のコミュニケーション）を育てます。',
      ],
    },
  ])('$title', ({ text, says }) => {
    expect(paragraphsOf(text.join('\n\n'))).toEqual(says)
  })

  it('どの行のセルも、ちょうど一つの段落に属する', () => {
    const rows = rowsOf([...WRAPPED, '見出し', ...WRAPPED].join('\n\n'))
    const cells = joinParagraphs(rows, wrapOf(rows)).flatMap((p) => p.cells)
    expect(cells.map((c) => c.at)).toEqual(rows.flatMap((r) => r.cells.filter((c) => c.text !== '').map((c) => c.at)))
  })
})
