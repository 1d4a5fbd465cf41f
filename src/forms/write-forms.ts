import { type WriteSheet, writeXlsx } from 'hucre'
import type { FormVariant, IssuedForm } from './form.ts'
import { listSheet } from './form-list.ts'
import { formSheet } from './form-sheet.ts'
import { idsOf } from './ids.ts'
import { CHANGE_CHOICES, CHOSEN, STATUS_CHOICES } from './labels.ts'

/** 様式を作る — a workbook to be filled in: a sheet for each initiative, or one list. The same forms always give the same bytes. */
export function writeForms(forms: readonly IssuedForm[], variant: FormVariant): Promise<Uint8Array> {
  const names = new Set<string>(['_meta', '_list'])
  const sheets = variant === 'list' ? [listSheet(forms)] : forms.map((form) => formSheet(form, sheetName(form, names)))
  return writeXlsx({
    sheets: [...sheets, choices(), meta(forms, sheets, variant)],
    properties: { creator: forms[0]?.municipality.name ?? '', created: new Date(0), modified: new Date(0) },
    defaultFont: { name: 'BIZ UDPゴシック', size: 10 },
  })
}

function choices(): WriteSheet {
  const rows = Array.from({ length: 4 }, (_, nth) => [nth === 0 ? CHOSEN : null, STATUS_CHOICES[nth] ?? null, CHANGE_CHOICES[nth] ?? null])
  return { name: '_list', rows, hidden: true, protection: { sheet: true } }
}

/** The ids once more by the name of the sheet, for a sheet whose hidden column was taken away. */
function meta(forms: readonly IssuedForm[], sheets: readonly WriteSheet[], variant: FormVariant): WriteSheet {
  const rows = forms.map((form, nth) => [variant === 'list' ? '' : (sheets[nth]?.name ?? ''), JSON.stringify(idsOf(form))])
  return { name: '_meta', rows: [['kaikaku-meta/1', variant], ...rows], veryHidden: true, protection: { sheet: true } }
}

/** Excel's names of sheets: 31 characters, none of []:*?/\, no apostrophe, each once whatever its case. */
function sheetName({ item }: IssuedForm, taken: Set<string>): string {
  const plain = [item.sheet.number, item.sheet.title]
    .filter(Boolean)
    .join(' ')
    .replace(/[[\]:*?/\\'\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .trim()
  for (let nth = 1; ; nth += 1) {
    const ending = nth === 1 ? '' : ` (${nth})`
    const name = `${[...(plain || '様式')]
      .join('')
      .slice(0, 31 - ending.length)
      .replace(/[\ud800-\udbff]$/, '')}${ending}`
    if (taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue
    taken.add(name.toLowerCase())
    return name
  }
}
