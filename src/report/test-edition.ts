import { type Edition, editionHash } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { aFullRecord } from './test-record.ts'

export const AOBA_DOCUMENT = 'a0ba'.repeat(16)

const LINES = [
  'あおば市行財政改革実施計画　令和6年度取組状況',
  '1 届く行政サービス',
  '1-1 窓口の改革',
  '①\t窓口申請のオンライン化\t行政改革課・市民課',
  '来庁しなくても申請できる手続を広げ、待ち時間と紙を減らす。',
  '・子育て分野の18手続を公開した。',
  '・操作に迷う利用者のため、支所に相談窓口を置いた。',
  '電子化した手続の数\t60\t100\t96',
  '<script>alert("印字のまま")</script> という文字列も文字として残す',
  '欄外の走り書き',
]

/** あおば市の公表版 — the record with its document, its checks and its sources; `said` changes the record. */
export function anEdition(said: Partial<Edition> = {}, record: Partial<ReformRecord> = {}): Edition {
  const document = AOBA_DOCUMENT
  const at = (line: number) => `line ${line}`
  const unhashed: Edition = {
    format: 'kaikaku-edition/1',
    number: 2,
    publishedAt: '2025-09-01T09:00:00+09:00',
    hash: '',
    municipality: { code: '990019', name: 'あおば市' },
    plan: aFullRecord().plans[0]?.id as Edition['plan'],
    fiscalYear: 2024,
    record: { ...aFullRecord(), ...record },
    checks: [
      {
        kind: '前年差',
        verdict: 'fails',
        stated: '20手続増',
        computed: '18手続増',
        message: '96から78を引くと18ですが、20と書かれています。',
        at: [at(8)],
      },
      {
        kind: '効果額の合計',
        verdict: 'holds',
        stated: '83,360千円',
        computed: '83,360千円',
        message: '年度ごとの額の合計と一致します。',
        at: [],
      },
      {
        kind: '割合',
        verdict: 'cannot-tell',
        stated: '37.5%',
        computed: null,
        message: '分母が何の件数か文書に書かれていません。',
        at: [at(6)],
      },
      { kind: '番号', verdict: 'remark', stated: null, computed: null, message: '「④」の次の番号がありません。', at: [at(4)] },
    ],
    sources: [
      { pointer: '/initiatives/0/title', document, place: 'line 4', guessed: false },
      { pointer: '/initiatives/0/sections/0/name', document, place: 'line 4', guessed: true },
      { pointer: '/initiatives/0/description', document, place: 'line 5', guessed: false },
      { pointer: '/initiatives/0/reports/0/progress', document, place: 'line 6', guessed: false },
      { pointer: '/initiatives/0/reports/0/progress', document, place: 'line 7', guessed: false },
      { pointer: '/indicators/0/baseline', document, place: 'line 8', guessed: false },
      { pointer: '/indicators/0/targets/1', document, place: 'line 8', guessed: false },
      { pointer: '/indicators/0/actuals/1', document, place: 'line 8', guessed: false },
    ],
    documents: [
      {
        sha256: document,
        name: '令和6年度取組状況.txt',
        kind: 'txt',
        readAt: '2025-08-20T10:00:00+09:00',
        layouts: ['progress-list'],
        accounting: { characters: 200, fields: 150, prose: 30, boilerplate: 13, unread: 7 },
        unread: [{ at: 'line 10', text: '欄外の走り書き' }],
        lines: LINES.map((text, i) => ({ at: at(i + 1), text })),
      },
    ],
    sections: [
      { name: '行政経営課', from: null, to: '2024-03-31', successors: ['行政改革課'] },
      { name: '行政改革課', from: '2024-04-01', to: null, successors: [] },
    ],
    corrections: [{ what: '「公用車の台数」の令和6年度実績を40台から38台に正した。' }],
    ...said,
  }
  return { ...unhashed, hash: editionHash(unhashed) }
}
