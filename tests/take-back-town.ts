import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { IssuedForm } from '../src/forms/form.ts'
import { formNumberOf } from '../src/forms/form-number.ts'
import { writeForms } from '../src/forms/write-forms.ts'
import { emptyRecord } from '../src/reform/record.ts'
import type { ReportContent } from '../src/reform/report-content.ts'
import type { Round, RoundItem } from '../src/reform/round.ts'
import type { Store } from '../src/store/database.ts'
import { saveRecord } from '../src/store/record.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { issueFormWorkbooks } from '../src/workflows/issue-forms.ts'
import { openRound } from '../src/workflows/open-round.ts'
import { aNode, anId, anIndicator, anInitiative, aPlan, aReport } from '../town/story/builders.ts'
import { aContent, aDay, aRound } from '../town/story/round-builders.ts'
import { AOBA, act, FAMILY, openOffice } from './staff-town.ts'

const SECTIONS = [
  '財政課',
  '市民課',
  '行政改革課',
  '納税課',
  '総務課',
  '会計課',
  '商工観光課',
  '市民協働課',
  '広報広聴課',
  '職員課',
] as const

/** A plan of so many initiatives, each with an indicator, turn by turn of the sections. */
const aWidePlan = (count: number) => ({
  ...emptyRecord(),
  municipality: { code: AOBA as string, name: 'あおば市' },
  fiscalYear: 2023,
  plans: [aPlan()],
  nodes: [aNode()],
  initiatives: Array.from({ length: count }, (_, nth) =>
    anInitiative({
      id: anId(`initiative-${nth + 1}`),
      number: `1-${nth + 1}`,
      title: `取組その${nth + 1}`,
      sections: [SECTIONS[nth % SECTIONS.length] as string],
      reports: [aReport({ fiscalYear: 2023, section: SECTIONS[nth % SECTIONS.length] as string, progress: `令和5年度の取組 ${nth + 1}` })],
    }),
  ),
  indicators: Array.from({ length: count }, (_, nth) =>
    anIndicator({ id: anId(`indicator-${nth + 1}`), of: { initiative: anId(`initiative-${nth + 1}`) } }),
  ),
  sources: [],
})

export type WideTown = { round: Round; lastRound: Round; items: RoundItem[] }

/** あおば市 with so many initiatives: last year's round is closed, this year's is open, and its forms have left. */
export async function openWideTown(store: Store, count: number): Promise<WideTown> {
  await openOffice(store)
  await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, aWidePlan(count)))
  const open = async (said: Partial<Round>): Promise<Round> => {
    const { id: _, closed: __, ...asked } = aRound(said)
    const round = await openRound(store, asked, act('jimukyoku'))
    if (!round.ok) throw new Error(round.problem.kind)
    return round.value
  }
  const lastRound = await open({
    title: '令和5年度取組状況の照会',
    fiscalYear: 2023,
    opensOn: aDay('2024-04-15'),
    dueSection: aDay('2024-05-17'),
    dueOffice: aDay('2024-06-14'),
  })
  const round = await open({})
  const made = await issueFormWorkbooks(
    store,
    { round: round.id, whom: { everybody: true }, variant: 'sheets', as: 'zip' },
    act('jimukyoku'),
  )
  if (!made.ok) throw new Error(made.problem.kind)
  return { round, lastRound, items: await store.reading(AOBA, (db) => itemsOf(db, round.id)) }
}

/** What a section answers: of the nth item, with the figure of its indicator. */
export const answerOf = (nth: number, progress = `令和6年度の取組 ${nth + 1}`, raw = String(80 + (nth % 20))): ReportContent =>
  aContent({ progress, issues: '引き続き進める。', actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw, status: '実績' }] })

type Written = { round?: Round; municipality?: IssuedForm['municipality']; twice?: boolean }

/** The workbook of the nth item as it left, filled in. */
export function workbookOf(
  { round, items }: Omit<WideTown, 'lastRound'>,
  nth: number,
  content: ReportContent,
  said: Written = {},
): Promise<Uint8Array> {
  const form: IssuedForm = {
    number: formNumberOf((said.round ?? round).fiscalYear, nth + 1),
    round: said.round ?? round,
    item: { ...(items[nth] as RoundItem), content },
    municipality: said.municipality ?? { code: AOBA, name: 'あおば市' },
  }
  return writeForms(said.twice ? [form, form] : [form], 'sheets')
}

/** The same workbook with a formula in the cell that says `text`. */
export function withFormula(workbook: Uint8Array, text: string, formula: string): Uint8Array {
  const parts = unzipSync(workbook)
  const strings = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array)
  const place = [...strings.matchAll(/<si>.*?<\/si>/gs)].findIndex(([one]) => one.includes(`>${text}<`))
  const name = Object.keys(parts).find((part) => /worksheets\/sheet1\.xml$/.test(part)) as string
  const sheet = strFromU8(parts[name] as Uint8Array)
  const cell = new RegExp(`<c r="([A-Z]+\\d+)"([^>]*?) t="s"([^>]*)><v>${place}</v></c>`)
  if (place < 0 || !cell.test(sheet)) throw new Error(`「${text}」のセルがありません`)
  return zipSync({ ...parts, [name]: strToU8(sheet.replace(cell, `<c r="$1"$2$3><f>${formula}</f><v>5</v></c>`)) })
}

export const photo = (): Uint8Array => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])
export const encryptedBook = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  )
