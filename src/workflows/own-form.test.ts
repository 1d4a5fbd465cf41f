import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AOBA, act, openOffice } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { aDay, aRound } from '../../town/story/round-builders.ts'
import { patchWorkbook } from '../forms/patch-workbook.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { ownDocuments } from '../report/forms-board.ts'
import type { Store } from '../store/database.ts'
import { documentsOf } from '../store/document.ts'
import { ownFormMaps, ownFormsIssued } from '../store/form.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { itemById, itemsOf, saveItem } from '../store/round-item.ts'
import { decideOnTakeBack } from './decide-take-back.ts'
import { acceptImport, proposeImport } from './import-document.ts'
import { issueOwnForm } from './issue-own-form.ts'
import { takeBackNow } from './look-at-take-back.ts'
import { openRound } from './open-round.ts'
import { readReform } from './read-reform.ts'
import { readTakeBack } from './read-take-back.ts'
import { standingIn } from './standing.ts'
import { startTakeBack } from './start-take-back.ts'

const folder = fileURLToPath(new URL('../../town/story/様式/', import.meta.url))
const LATER = { at: new Date('2026-04-21T10:00:00+09:00') }
const office = act('jimukyoku', LATER)

let store: Store
let round: Round
let item: RoundItem
let document: string

/** Last year's form of the city is imported, and this year's round is open. */
beforeAll(async () => {
  store = await openTestStore()
  await openOffice(store)
  const name = readdirSync(folder).toSorted()[0] as string
  const read = await readReform({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })
  if (!read.ok) throw new Error(read.problem.kind)
  const proposed = await proposeImport(store, [read.value], { municipality: AOBA, plan: '行財政改革推進プラン' })
  if (!proposed.ok) throw new Error(proposed.problem.kind)
  await acceptImport(store, office, proposed.value, new Map())
  const { family, plan, documents } = await store.reading(AOBA, async (db) => {
    const [family] = await planFamilies(db)
    if (!family) throw new Error('計画がありません')
    const record = await loadRecord(db, family.id)
    return { family, plan: record?.plans[0]?.id, documents: await documentsOf(db, family.id) }
  })
  document = documents[0]?.sha256 ?? ''
  const {
    id: _,
    closed: __,
    ...asked
  } = aRound({
    family: family.id,
    plan: plan as Round['plan'],
    fiscalYear: 2025,
    opensOn: aDay('2026-04-13'),
    dueSection: aDay('2026-05-15'),
    dueOffice: aDay('2026-06-12'),
  })
  const opened = await openRound(store, asked, office)
  if (!opened.ok) throw new Error(opened.problem.kind)
  round = opened.value
  item = (await store.reading(AOBA, (db) => itemsOf(db, round.id)))[0] as RoundItem
})
afterAll(() => store?.close())

const given = async (fill: 'empty' | 'filled') => {
  const made = await issueOwnForm(store, { round: round.id, document, fill }, office)
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}
const takeBack = async (bytes: Uint8Array, name = '市の様式.xlsx') => {
  const files = [{ name, size: bytes.length, bytes: async () => bytes }]
  const started = await startTakeBack(store, { round: round.id, files }, office)
  if (!started.ok) throw new Error(started.problem.kind)
  await readTakeBack(store, started.value, office, (error) => {
    throw error
  })
  const now = await store.reading(AOBA, async (db) => takeBackNow(db, started.value, await standingIn(db, 'jimukyoku', LATER.at)))
  return { id: started.value, now, fields: now?.comparison.items.flatMap(({ fields }) => fields.map(({ verdict }) => verdict)) ?? [] }
}

it('配付した後は、書き換えていない年度と記入欄のない項目が、その様式の行に出る', async () => {
  await given('filled')
  const told = (login: string) =>
    store.reading(AOBA, async (db) => {
      const [documents, issued, items] = [
        await documentsOf(db, round.family),
        await ownFormsIssued(db, round.id),
        await itemsOf(db, round.id),
      ]
      return ownDocuments(documents, issued, items, await standingIn(db, login, LATER.at))
    })
  const [own] = await told('jimukyoku')
  expect(own?.notes.some((note) => note.startsWith(`${item.sheet.title}：様式の中の年度は書き換えていません`))).toBe(true)
  // of another section's report nothing is told
  expect((await told('zaisei')).map(({ notes }) => notes)).toEqual([[]])
})

it('取り込んだ市の様式を空けて返し、書かれたものだけを取り込む', async () => {
  const { name, bytes } = await given('empty')
  expect(name).toMatch(/^令和6年度取組状況の照会_01-窓口申請のオンライン化_市の様式\.xlsx$/)
  // untouched: the empty cells say nothing
  expect(new Set((await takeBack(bytes)).fields)).toEqual(new Set(['unchanged']))

  const [map] = await store.reading(AOBA, (db) => ownFormMaps(db, item.id))
  const progress = map?.cells.find(({ field }) => field === 'progress')?.at as string
  const written = await patchWorkbook(bytes, [{ at: progress, text: '申請できる手続を30に広げた。' }])
  if (!written.ok) throw new Error(written.problem.kind)
  const { id, now, fields } = await takeBack(written.value)
  expect(fields.filter((verdict) => verdict !== 'unchanged')).toEqual(['new'])
  expect(now?.comparison.items[0]?.fields.find(({ verdict }) => verdict === 'new')?.values[0]?.from[0]?.at).toBe(progress)
  const decided = await decideOnTakeBack(store, { id, seen: now?.seen ?? '', choices: {}, rest: false, submit: false }, office)
  expect(decided.ok && decided.value.written.length).toBe(1)
  const saved = await store.reading(AOBA, (db) => itemById(db, item.id))
  expect(saved).toMatchObject({ state: 'drafting', content: { progress: '申請できる手続を30に広げた。' } })
})

it('今の報告を入れて返し、手つかずで戻れば書くものはない', async () => {
  const { bytes } = await given('filled')
  expect(new Set((await takeBack(bytes)).fields)).toEqual(new Set(['unchanged']))
})

it.each([
  { said: { document: '0'.repeat(64) }, by: 'jimukyoku', says: 'no-such-document' },
  { said: { round: 'なし' as Round['id'] }, by: 'jimukyoku', says: 'no-such-round' },
  { said: {}, by: 'zaisei', says: 'not-allowed' },
])('$by に $said は返せない：$says', async ({ said, by, says }) => {
  const made = await issueOwnForm(store, { round: round.id, document, fill: 'empty', ...said }, act(by, LATER))
  expect(made.ok ? made.value.name : made.problem.kind).toBe(says)
})

it('無害化などで隠れた番号が消えた様式は、渡したときのファイル名の帳票番号で取り込める。名前も変われば、読めないと伝える', async () => {
  const { bytes } = await given('empty')
  const parts = Object.entries(unzipSync(bytes)).filter(([part]) => part !== 'docProps/custom.xml')
  const sanitised = zipSync(Object.fromEntries(parts))
  const number = (await takeBack(bytes)).now?.comparison.items[0]?.number as string
  expect((await takeBack(sanitised, `総務課_取組_${number} (1).xlsx`)).now?.comparison.items.map((one) => one.number)).toEqual([number])
  expect((await takeBack(sanitised)).now?.comparison.items).toEqual([])
})

it('様式に載る報告がすべて受理済みなら、記入欄がないのではなく、受理済みだからと伝える', async () => {
  await store.writing(office, (tx) => saveItem(tx, { ...item, state: 'accepted' }))
  const made = await issueOwnForm(store, { round: round.id, document, fill: 'empty' }, office)
  expect(made.ok ? made.value.name : made.problem.kind).toBe('all-accepted')
})
