import type { Initiative } from '../../../reform/record.ts'
import { type FiscalYear, parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import type { Label } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import { readTargetCells, type Yardstick } from '../targets.ts'
import type { Field } from './field.ts'
import { addYardstick, guessDirection, indicatorNamed, ownerOf } from './indicators.ts'
import { type Form, isDash } from './state.ts'
import { addValue } from './values.ts'

/** «274種類»: a figure and nothing else. */
export const isMeasure = (text: string): boolean => {
  const item = readTarget(text)
  return item !== null && item.value !== null && item.name === '' && item.note === null
}

export function addIndicator(form: Form, field: Field): boolean {
  if (isDash(field.text)) return true
  if (addChain(form, field)) return true
  const { found } = readTargetCells([{ ...(field.cells[0] as Cell), text: field.text }], field.label.year)
  // «指標名：…» names one; «指標：利用率 20%以上» says its target too
  if (found.length === 1 && found[0]?.targets[0]?.value !== null && found[0]) {
    form.indicator = addYardstick(form, { ...found[0], cells: [...field.cells] })
    return true
  }
  form.indicator = indicatorNamed(form.draft, field.text, ownerOf(form), field.cells)
  return true
}

/** 目標値・実績値・基準値 of the indicator that is open; without one, a target that names what it measures opens it. */
export function addYearValue(form: Form, role: 'baseline' | 'target' | 'actual', field: Field): boolean {
  const { label, cells, text } = field
  const [cell] = cells as [Cell]
  if (role === 'target') {
    const named = readTargetCells([{ ...cell, text }], label.year).found.filter((y) => y.name !== '')
    if (named.length > 0 && (!form.indicator || named.some((y) => y.targets[0]?.value !== null))) {
      for (const yardstick of named)
        form.indicator = addYardstick(form, { ...yardstick, name: nameFor(yardstick, named, form), cells: [cell] })
      form.draft.claim(cell, 'fields')
      return true
    }
  }
  if (!form.indicator) return false
  const year = label.year ?? (role === 'actual' ? form.draft.record.fiscalYear : null)
  addValue(form.indicator, role, { ...cell, text }, year, { label }, form.draft)
  form.draft.claim(cell, 'fields')
  return true
}

/** «目標値：年間100件以下» of an open indicator: a word that only says how it is counted is no name. */
const nameFor = (yardstick: Yardstick, all: readonly Yardstick[], { indicator }: Form): string =>
  indicator &&
  all.length === 1 &&
  /^(?:年間|月間|年度|平均|延べ|のべ|累計|合計|計|総数|期間中)/.test(yardstick.name) &&
  yardstick.name.length <= 4
    ? indicator.name
    : yardstick.name

/** «目標：年間3,000時間の削減» names nothing: what it measures is what the initiative is about, a guess. */
export function addNameless(form: Form, initiative: Initiative, field: Field): boolean {
  const item = readTarget(field.text)
  if (item?.name !== '' || item.value === null || item.unit === null) return false
  form.indicator = indicatorNamed(form.draft, initiative.title, ownerOf(form), field.cells)
  form.draft.from(form.indicator, 'name', form.draft.placesOf(initiative, 'title'))
  form.draft.guess(form.indicator, 'name')
  return addYearValue(form, 'target', field)
}

/** «利用率　現状 0%（R4）→ 目標 60%（R8）», «手続数 45件（R3）→150件（R8）»: where one starts from and where one wants to be, each with its year. */
const CHAIN =
  /^(.*?[^\s\d])[\s:：]*(?:(?:現状|現況|基準|当初)(?:値)?[\s:：]*)?([\d０-９][^→⇒（()）]*)[（(]([^（）()]{2,12})[）)]\s*[→⇒]\s*(?:目標(?:値)?[\s:：]*)?([\d０-９][^→⇒（()）]*)[（(]([^（）()]{2,12})[）)]$/

function addChain(form: Form, { text, cells }: Field): boolean {
  const [, name, from, fromYear, to, toYear] = CHAIN.exec(text.trim()) ?? []
  const [start, end] = [from, to].map((figure) => readTarget(figure ?? ''))
  const [since, until] = [fromYear, toYear].map((year) => parseFiscalYear((year ?? '').replace(/末$/, '')))
  if (!name || !start?.value || !end?.value || start.name !== '' || end.name !== '' || !since?.ok || !until?.ok) return false
  if (start.unit !== end.unit) return false
  const cell = cells[0] as Cell
  form.indicator = indicatorNamed(form.draft, name.trim(), ownerOf(form), cells)
  const label = (role: 'baseline' | 'target', year: FiscalYear): { label: Label } => ({
    label: { role, year, phase: null, unit: null, text: '' },
  })
  addValue(form.indicator, 'baseline', { ...cell, text: (from as string).trim() }, since.value, label('baseline', since.value), form.draft)
  addValue(form.indicator, 'target', { ...cell, text: (to as string).trim() }, until.value, label('target', until.value), form.draft)
  form.draft.claim(cell, 'fields')
  guessDirection(form.draft, form.indicator)
  return true
}
