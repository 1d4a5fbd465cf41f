import { readFilledSheets } from '../intake/read/xlsx.ts'
import type { OwnFormCell, OwnFormMap } from '../reform/own-form.ts'
import type { Report } from '../reform/record.ts'
import type { ReportField } from '../reform/report-content.ts'
import type { RoundItem } from '../reform/round.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { ok, type Result } from '../vocabulary/result.ts'
import { isNumber } from './cell-xml.ts'
import { isLabel, labels, TEXT_FIELDS, type TextField } from './labels.ts'
import { keptFrom, openSheets } from './patch-workbook.ts'
import { type Place, placeOf, placeText, stepped } from './place.ts'
import { SheetCells } from './sheet-cells.ts'
import { type SheetXml, sheetXmlOf } from './sheet-xml.ts'

/** What is asked: the item of the round, of which year, and the document (by its sha256) whose workbook is given. */
export type OwnFormAsked = { record: StoredRecord; document: string; item: RoundItem; fiscalYear: number }
/** A value that the document shows for a year, and where. */
type Said = { year: number; raw: string; places: Place[] }

/**
 * 市の様式の記入欄を見つける — from where last year's values were read. A cell of this year's own (the next column of a table of
 * years) is preferred to that of last year; a cell that holds more than the value is none, since its label would be lost.
 */
export async function ownFormMap(bytes: Uint8Array, asked: OwnFormAsked): Promise<Result<OwnFormMap, Unreadable>> {
  const filled = await readFilledSheets(bytes)
  if (!filled.ok) return filled
  const opened = openSheets(bytes)
  if (!opened.ok) return opened
  const sheets = new Map(
    filled.value.flatMap((sheet) => {
      const xml = sheetXmlOf(opened.value.get(sheet.name)?.xml ?? '')
      return xml ? [[sheet.name, { cells: SheetCells.of(sheet), xml }] as const] : []
    }),
  )
  return ok(new Mapping(sheets, asked).map())
}

class Mapping {
  private readonly cells: OwnFormCell[] = []
  private readonly unplaced: OwnFormMap['unplaced'] = []
  private readonly places = new Map<string, Place[]>()
  private readonly sheets: ReadonlyMap<string, { cells: SheetCells; xml: SheetXml }>
  private readonly asked: OwnFormAsked
  private readonly initiative: number

  constructor(sheets: Mapping['sheets'], asked: OwnFormAsked) {
    this.sheets = sheets
    this.asked = asked
    this.initiative = asked.record.initiatives.findIndex(({ id }) => id === asked.item.initiative)
    for (const { pointer, document, place } of asked.record.sources) {
      const at = document === asked.document ? placeOf(place) : null
      if (at) this.places.set(pointer, [...(this.places.get(pointer) ?? []), at])
    }
  }

  map(): OwnFormMap {
    for (const field of TEXT_FIELDS) this.take(field, labels[field], this.textCell(field) ?? this.dashCell(field))
    for (const { id, name } of this.asked.item.sheet.indicators) this.take(`actual:${id}`, name, this.actualCell(id))
    for (const { row, scope } of this.asked.item.sheet.effects) this.take(`effect:${row}`, scope, this.effectCell(row))
    this.dropShared()
    const entries = new Set(this.cells.flatMap(({ at, also }) => [at, ...also]))
    return {
      cells: this.cells,
      unplaced: this.unplaced,
      years: this.years(entries),
      fingerprint: fingerprintOf(this.usedSheets(), entries),
    }
  }

  private take(field: ReportField, name: string, cell: Omit<OwnFormCell, 'field'> | null): void {
    if (cell) this.cells.push({ field, ...cell })
    else this.unplaced.push({ field, name })
  }

  /** Two fields that were read from one cell cannot be written into it. */
  private dropShared(): void {
    const shared = this.cells.filter((cell) =>
      this.cells.some((other) => other !== cell && [other.at, ...other.also].some((at) => [cell.at, ...cell.also].includes(at))),
    )
    for (const cell of shared) {
      this.cells.splice(this.cells.indexOf(cell), 1)
      const indicator = this.asked.item.sheet.indicators.find(({ id }) => cell.field === `actual:${id}`)
      this.unplaced.push({
        field: cell.field,
        name: indicator?.name ?? labels[cell.field as TextField] ?? cell.field.replace(/^effect:/, ''),
      })
    }
  }

  private textCell(field: TextField): Omit<OwnFormCell, 'field'> | null {
    const reports = (this.asked.record.initiatives[this.initiative]?.reports ?? []).map((report, nth) => ({ report, nth }))
    const strict = reports.filter(({ report }) => this.isOf(report))
    // the section may be called otherwise since (組織改正): where nobody else reported, last year's report is its own
    const years = new Set(reports.map(({ report }) => report.fiscalYear))
    const own = strict.length > 0 || years.size < reports.length ? strict : reports
    const said = own.flatMap(({ report, nth }): (Said & { label: Place | null })[] => {
      const pointer = `/initiatives/${this.initiative}/reports/${nth}`
      const places = this.places.get(`${pointer}/${field}`) ?? []
      if (report.fiscalYear === null || report[field] === null || places.length === 0) return []
      return [{ year: report.fiscalYear, raw: report[field], places, label: this.places.get(`${pointer}/fiscalYear`)?.[0] ?? null }]
    })
    const [last, before] = said.filter(({ year }) => year <= this.asked.fiscalYear).toSorted((a, b) => b.year - a.year)
    if (!last) return null
    const next = before && last.year < this.asked.fiscalYear ? this.nextRow(last, before) : null
    return next ? own0(next) : this.standing(last)
  }

  /** A field that said nothing last year, or «－»: under its label in the row of the progress, else beside its label. */
  private dashCell(field: TextField): Omit<OwnFormCell, 'field'> | null {
    const progress = placeOf(this.cells.find((cell) => cell.field === 'progress')?.at ?? '')
    const sheet = progress && this.sheets.get(progress.sheet)
    if (!progress || !sheet) return null
    const labels = [...sheet.cells.within({ from: 0, to: sheet.cells.rows.at(-1) ?? 0 })].filter(({ text }) => isLabel(text, field))
    const heads = labels.filter(({ row, column }) => row < progress.row && column > progress.column)
    const beside = labels.filter((label) => !heads.includes(label))
    const found = [
      ...heads.map(({ column }) => ({ ...progress, column })),
      ...beside.map(({ row, column }) => ({ ...progress, row, column: endOf(sheet.xml, row, column) + 1 })),
    ].filter((place) => /^[-－ー―–]?$/.test(this.textAt(place).trim()) && !this.isKept(place))
    // two labels of one name belong to two initiatives, or to two years: which is meant does not stand there
    return found.length === 1 ? { at: placeText(found[0] as Place), also: [], takesOver: true } : null
  }

  /** A table of years down the page has a row of its own for this year where its label says so. */
  private nextRow(last: Said & { label: Place | null }, before: Said & { label: Place | null }): Place | null {
    const [cell, from, label, labelBefore] = [last.places[0], before.places[0], last.label, before.label]
    const at = cell && from ? stepped(cell, from, cell) : null
    const next = label && labelBefore ? stepped(label, labelBefore, label) : null
    return at && next && this.saysYear(this.textAt(next)) && this.isFree(at) ? at : null
  }

  private actualCell(id: string): Omit<OwnFormCell, 'field'> | null {
    const { record } = this.asked
    const nth = record.indicators.findIndex((indicator) => indicator.id === id)
    const pointer = `/indicators/${nth}`
    const [actuals, targets] = [record.indicators[nth]?.actuals ?? [], record.indicators[nth]?.targets ?? []]
    return this.yearCell(
      actuals.flatMap((one, at) => this.said(one.fiscalYear, one.raw, [`${pointer}/actuals/${at}/raw`, `${pointer}/actuals/${at}/value`])),
      targets.flatMap((one, at) => this.said(one.fiscalYear, one.raw, [`${pointer}/targets/${at}/raw`, `${pointer}/targets/${at}/value`])),
    )
  }

  private effectCell(row: string): Omit<OwnFormCell, 'field'> | null {
    const own = this.asked.record.effects.flatMap((effect, nth) =>
      effect.of !== null && 'initiative' in effect.of && effect.of.initiative === this.asked.item.initiative && effect.scope === row
        ? this.said(effect.fiscalYear, effect.raw, [`/effects/${nth}/raw`, `/effects/${nth}/amountYen`, `/effects/${nth}`]).map((one) => ({
            ...one,
            isActual: effect.status === '実績',
          }))
        : [],
    )
    return this.yearCell(
      own.filter(({ isActual }) => isActual),
      own.filter(({ isActual }) => !isActual),
    )
  }

  private said(year: number | null, raw: string, pointers: readonly string[]): Said[] {
    const places = pointers.map((pointer) => this.places.get(pointer)).find((found) => found !== undefined)
    return year === null || !places ? [] : [{ year, raw, places }]
  }

  /** This year's own cell: as last year's actual stands to last year's target, or to the actual before; else last year's cell. */
  private yearCell(actuals: Said[], targets: Said[]): Omit<OwnFormCell, 'field'> | null {
    const { fiscalYear } = this.asked
    const [last, before] = actuals.filter(({ year }) => year <= fiscalYear).toSorted((a, b) => b.year - a.year)
    if (!last) return null
    if (last.year === fiscalYear) return this.standing(last)
    const placeIn = (year: number): Place | undefined => targets.find((target) => target.year === year)?.places[0]
    const [cell, target, lastTarget] = [last.places[0], placeIn(fiscalYear), placeIn(last.year)]
    const byTarget = cell && target && lastTarget ? stepped(target, lastTarget, cell) : null
    if (byTarget && this.isFree(byTarget)) return own0(byTarget, this.isNumberAt(cell))
    const from = before?.places[0]
    const byStep = cell && from && last.year === fiscalYear - 1 && before.year === last.year - 1 ? stepped(cell, from, cell) : null
    return byStep && this.isFree(byStep) && this.hasYearAbove(byStep) ? own0(byStep, this.isNumberAt(cell)) : this.standing(last)
  }

  /** The cell of a value that stands there, where it holds this value and nothing else. */
  private standing({ year, raw, places }: Said): Omit<OwnFormCell, 'field'> | null {
    const [first, ...rest] = places
    const text = places.map((place) => this.textAt(place)).join('')
    if (!first || foldTight(text) !== foldTight(raw) || places.some((place) => this.isKept(place))) return null
    return { at: placeText(first), also: rest.map(placeText), takesOver: year !== this.asked.fiscalYear }
  }

  private isOf({ parts, section }: Report): boolean {
    const { item } = this.asked
    const isSection = section === null || item.section === null || foldTight(section) === foldTight(item.section)
    return isSection && (item.parts.length === 0 || parts.length === 0 || parts.some((part) => item.parts.includes(part)))
  }

  private textAt({ sheet, row, column }: Place): string {
    return this.sheets.get(sheet)?.cells.textAt(row, column) ?? ''
  }
  private isKept({ sheet, row, column }: Place): boolean {
    const xml = this.sheets.get(sheet)?.xml
    return !xml || keptFrom(xml, [row, column]) !== null
  }
  private isNumberAt(place: Place | undefined): boolean {
    const row = place && this.sheets.get(place.sheet)?.xml.rows.find((one) => one.row === place.row)
    const cell = row?.cells.find(({ column }) => column === place?.column)
    return cell !== undefined && isNumber(cell)
  }
  private isFree(place: Place): boolean {
    return this.textAt(place).trim() === '' && !this.isKept(place)
  }
  private saysYear(text: string): boolean {
    const year = parseFiscalYear(text)
    return year.ok && year.value === this.asked.fiscalYear
  }
  private hasYearAbove({ sheet, row, column }: Place): boolean {
    const cells = this.sheets.get(sheet)?.cells
    return cells?.rows.some((above) => above < row && this.saysYear(cells.textAt(above, column))) ?? false
  }

  private usedSheets(): SheetCells[] {
    const used = new Set(this.cells.map(({ at }) => placeOf(at)?.sheet))
    return [...this.sheets].filter(([name]) => used.has(name)).map(([, { cells }]) => cells)
  }

  /** Labels of the year before, where its cells are taken over. */
  private years(entries: ReadonlySet<string>): OwnFormMap['years'] {
    if (!this.cells.some(({ takesOver }) => takesOver)) return []
    const former = this.asked.fiscalYear - 1
    return this.usedSheets().flatMap((cells) =>
      [...cells.within({ from: 0, to: cells.rows.at(-1) ?? 0 })].flatMap(({ row, column, text }) => {
        const at = cells.place(row, column)
        const said = text.normalize('NFKC').match(/(?:令和|平成|R)(?:元|\d{1,2})(?:年度?)?|20\d\d年度/g) ?? []
        const isFormer = said.some((one) => {
          const year = parseFiscalYear(one)
          return year.ok && year.value === former
        })
        return isFormer && text.length <= 60 && !entries.has(at) ? [{ at, text }] : []
      }),
    )
  }
}

const own0 = (place: Place, number = false): Omit<OwnFormCell, 'field'> => ({
  at: placeText(place),
  also: [],
  takesOver: false,
  ...(number ? { number } : {}),
})

/** The last column that a label covers. */
const endOf = ({ merges }: SheetXml, row: number, column: number): number =>
  merges.find(({ from }) => from[0] === row && from[1] === column)?.to[1] ?? column

/** 様式の指紋 — what stands in the cells that are not filled in; formulas follow what is filled in and are left out. */
export function fingerprintOf(sheets: readonly SheetCells[], entries: ReadonlySet<string>): Record<string, string> {
  const cells = sheets.flatMap((sheet) =>
    [...sheet.within({ from: 0, to: sheet.rows.at(-1) ?? 0 })].flatMap(({ row, column, text, formula }) => {
      const at = sheet.place(row, column)
      return formula || entries.has(at) || text.trim() === '' ? [] : [[at, foldTight(text).slice(0, 60)] as const]
    }),
  )
  return Object.fromEntries(cells)
}
