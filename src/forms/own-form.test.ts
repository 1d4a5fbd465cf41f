import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { anItem } from '../../town/story/round-builders.ts'
import { settle } from '../intake/settle/settle.ts'
import { EMPTY_CONTENT, type ReportContent } from '../reform/report-content.ts'
import type { RoundItem } from '../reform/round.ts'
import { itemsAsked } from '../reform/round-items.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import { ownFormNotes } from '../report/wording-forms.ts'
import { readReform } from '../workflows/read-reform.ts'
import type { HiddenIds } from './form.ts'
import { hiddenIdsOf } from './hidden-property.ts'
import { fillOwnForm, readOwnForm } from './own-form.ts'
import { ownFormMap } from './own-form-map.ts'
import { patchWorkbook } from './patch-workbook.ts'
import { got, hasOffice, inOffice, throughOffice } from './test-forms.ts'

const town = fileURLToPath(new URL('../../town/', import.meta.url))
const STORY = readdirSync(join(town, 'story', '様式')).map((name) => join('story', '様式', name))
const CORPUS = readdirSync(join(town, 'corpus'))
  .filter((name) => /^form-.*\.xlsx$/.test(name))
  .map((name) => join('corpus', name))
const IDS: HiddenIds = { municipality: '999999', round: 'round', item: 'item', number: 'K25-00001-0', version: 3 }

/** A form imported as last year's, and the items that are asked of it this year. */
async function imported(file: string, fiscalYear: number) {
  const bytes = new Uint8Array(readFileSync(join(town, file)))
  const read = await readReform({ name: file, bytes })
  if (!read.ok) throw new Error(read.problem.kind)
  const { document } = read.value
  const { record } = settle(null, document, { planTitle: '改革プラン', leaveOut: new Set() })
  const items = itemsAsked(record, new Set(record.plans.map(({ id }) => id))).map((asked, nth) =>
    anItem({ ...asked, position: nth, sheet: itemSheet(record, { ...asked, fiscalYear }) ?? anItem().sheet }),
  )
  return { bytes, record, items, document: document.document.sha256 }
}
async function mapped(file: string, fiscalYear = 2025) {
  const { bytes, record, items, document } = await imported(file, fiscalYear)
  const maps = []
  for (const item of items) {
    const map = await ownFormMap(bytes, { record, document, item, fiscalYear })
    if (!map.ok) throw new Error(map.problem.kind)
    maps.push({ item, map: map.value })
  }
  return { bytes, record, maps }
}
const contentOf = ({ sheet }: RoundItem, said = '今年度'): ReportContent => ({
  ...EMPTY_CONTENT,
  progress: ` ${said}は①㈱髙﨑～－\nと=1+1を行った。 `,
  issues: '－',
  revision: 'なし',
  actuals: sheet.indicators.map(({ id }, nth) => ({ indicator: id, raw: nth % 2 ? '0012' : '-12.5', status: null })),
  effects: sheet.effects.map(({ row }) => ({ row, raw: '▲1,200' })),
})
const sheetOf = (record: StoredRecord): string => record.initiatives[0]?.title ?? ''

describe('前年度に取り込んだ市の様式を、同じ欄に今年度の値を入れて返し、受け取る', () => {
  it.each([...STORY, ...CORPUS])('%s', async (file) => {
    const { bytes, maps } = await mapped(file)
    expect(maps.length).toBeGreaterThan(0)
    for (const { item, map } of maps) {
      expect(map.cells.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['progress', 'issues', ...item.sheet.indicators.map(({ id }) => `actual:${id}`)]),
      )
      const content = contentOf(item)
      const filled = got(await fillOwnForm(bytes, map, content, IDS))
      const [before, after] = [unzipSync(bytes), unzipSync(filled)]
      const changed = Object.keys(after).filter(
        (name) => !before[name] || !Buffer.from(before[name]).equals(after[name] ?? Buffer.alloc(0)),
      )
      const beside = changed.filter((name) => !/^xl\/worksheets\//.test(name)).toSorted()
      expect(beside).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/custom.xml'])
      const read = got(await readOwnForm(filled, map))
      expect(read.problems).toEqual([])
      expect(read.hidden).toEqual(IDS)
      const has = (field: string): boolean => map.cells.some((cell) => cell.field === field)
      expect(read.content).toEqual({
        ...content,
        revision: has('revision') ? content.revision : '',
        actuals: content.actuals.filter(({ indicator }) => has(`actual:${indicator}`)),
        effects: content.effects.filter(({ row }) => has(`effect:${row}`)),
      })
      const empty = got(await fillOwnForm(bytes, map, null, IDS))
      expect(got(await readOwnForm(empty, map)).content).toEqual(EMPTY_CONTENT)
    }
  })

  it('組織改正で担当課の名が変わった取組でも、前年度の欄が見つかる', async () => {
    const { bytes, record, items, document } = await imported(STORY[7] as string, 2025)
    const item = { ...(items[0] as RoundItem), section: '人事課' }
    expect(record.initiatives[0]?.reports.map(({ section }) => section)).not.toContain('人事課')
    const map = got(await ownFormMap(bytes, { record, document, item, fiscalYear: 2025 }))
    expect(map.cells.map(({ field }) => field)).toEqual(expect.arrayContaining(['progress', 'issues']))
  })

  it('前年度の値が数値のセルなら、今年度の空いたセルにも数値として入る', async () => {
    const { bytes, maps } = await mapped(STORY[7] as string)
    const { item, map } = maps[0] as (typeof maps)[number]
    const actual = map.cells.find(({ field }) => field.startsWith('actual:'))
    expect(actual).toMatchObject({ takesOver: false, number: true })
    const xmlOf = async (raw: string): Promise<string> => {
      const content = { ...EMPTY_CONTENT, actuals: item.sheet.indicators.map(({ id }) => ({ indicator: id, raw, status: null })) }
      const parts = unzipSync(got(await fillOwnForm(bytes, map, content, IDS)))
      const cell = actual?.at.split('!')[1]
      const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
      return new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? ''
    }
    expect(await xmlOf('12.1')).toMatch(/<v>12\.1<\/v>/)
    expect(await xmlOf('約12')).toMatch(/t="inlineStr"/)
    expect(await xmlOf('0012')).toMatch(/t="inlineStr"/)
  })

  it('指標の実績は今年度の列に、取組状況は前年度の欄に入り、年度の表示は残したと言う', async () => {
    const { maps, record } = await mapped(STORY[0] as string)
    const [{ map }] = maps as [(typeof maps)[0]]
    expect(sheetOf(record)).toContain('窓口')
    expect(map.cells.map(({ at, takesOver }) => [at, takesOver])).toEqual([
      ['様式!C20', true],
      ['様式!B21', true],
      ['様式!H20', true],
      ['様式!H15', false],
      ['様式!H17', false],
    ])
    expect(ownFormNotes(map)).toEqual([expect.stringMatching(/^様式の中の年度は書き換えていません：.*様式!B20「令和6年度」/)])
  })

  it('前年度が「－」だった欄にも書ける', async () => {
    const { maps } = await mapped(STORY[1] as string)
    expect(maps[0]?.map.unplaced).toEqual([])
    expect(maps[0]?.map.cells).toContainEqual({ field: 'revision', at: '様式!H17', also: [], takesOver: true })
  })

  it('その年度の様式なら、その年度の欄に入る', async () => {
    const { maps } = await mapped(STORY[0] as string, 2024)
    expect(maps[0]?.map.cells.map(({ at, takesOver }) => [at, takesOver])).toEqual([
      ['様式!C20', false],
      ['様式!B21', false],
      ['様式!H20', false],
      ['様式!G15', false],
      ['様式!G17', false],
    ])
    expect(maps[0]?.map.years).toEqual([])
  })

  it('シート名が変わっても同じ様式、行が増えた様式や別の取組の様式は別の様式', async () => {
    const { bytes, maps } = await mapped(STORY[0] as string)
    const [{ map, item }] = maps as [(typeof maps)[0]]
    const renamed = {
      ...map,
      cells: map.cells.map((cell) => ({ ...cell, at: cell.at.replace('様式!', '提出用!') })),
      fingerprint: Object.fromEntries(Object.entries(map.fingerprint).map(([at, text]) => [at.replace('様式!', '提出用!'), text])),
    }
    const filled = got(await fillOwnForm(bytes, map, contentOf(item), IDS))
    expect(got(await readOwnForm(filled, renamed)).content.progress).toBe(contentOf(item).progress)
    const other = await readOwnForm(new Uint8Array(readFileSync(join(town, STORY[4] as string))), map)
    expect(other).toMatchObject({ ok: false, problem: { kind: 'another-form' } })
  })

  it('欄の横の見出しが変わっていれば、その値は取らずに言う', async () => {
    const { bytes, maps } = await mapped(STORY[0] as string)
    const [{ map, item }] = maps as [(typeof maps)[0]]
    const filled = got(await fillOwnForm(bytes, map, contentOf(item), IDS))
    const edited = got(await patchWorkbook(filled, [{ at: '様式!A21', text: '来年度の予定' }]))
    const read = got(await readOwnForm(edited, map))
    expect(read.problems).toEqual([{ kind: 'label-moved', at: '様式!A21', expected: expect.any(String), found: '来年度の予定' }])
    expect(Object.keys(read.at)).not.toContain('issues')
  })

  it.skipIf(!hasOffice)(inOffice('LibreOffice で保存し直しても、値と ID が戻る'), async () => {
    const { bytes, maps } = await mapped(STORY[0] as string)
    const [{ map, item }] = maps as [(typeof maps)[0]]
    const saved = throughOffice(got(await fillOwnForm(bytes, map, contentOf(item), IDS)))
    expect(hiddenIdsOf(saved)).toEqual(IDS)
    const read = got(await readOwnForm(saved, map))
    expect([read.problems, read.content]).toEqual([[], contentOf(item)])
  })
})
