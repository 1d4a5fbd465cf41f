import type { Initiative } from '../../../reform/record.ts'
import { readTarget } from '../../../vocabulary/target.ts'
import type { Cell } from '../../read/page.ts'
import { readTargetCells, type Yardstick } from '../targets.ts'
import type { Field } from './field.ts'
import { addYardstick, indicatorNamed, ownerOf } from './indicators.ts'
import { type Form, isDash } from './state.ts'
import { addValue } from './values.ts'

/** «274種類»: a figure and nothing else. */
export const isMeasure = (text: string): boolean => {
  const item = readTarget(text)
  return item !== null && item.value !== null && item.name === '' && item.note === null
}

export function addIndicator(form: Form, field: Field): boolean {
  if (isDash(field.text)) return true
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
