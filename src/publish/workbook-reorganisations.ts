import type { WriteSheet } from 'hucre'
import type { OrganizationChange, ReformRecord } from '../reform/record.ts'
import { dateText, yearShort } from '../report/figures.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

const WIDTHS = [16, 30, 32, 32, 40]
const HEADERS = ['部局', '区分', '改正前', '改正後', '理由']

/** 組織改正 — a sheet for each date: which section became which, under the department that changes. */
export function reorganisationSheets(record: ReformRecord): WriteSheet[] {
  const changes = record.organizationChanges.filter((change) => change.changes.length > 0)
  const dates = [...Map.groupBy(changes, ({ effective }) => effective)]
  return dates.map(([effective, of], n) => reorganisationSheet(effective, of, `組織改正${dates.length > 1 ? ` ${n + 1}` : ''}`))
}

function reorganisationSheet(effective: string | null, changes: readonly OrganizationChange[], name: string): WriteSheet {
  const hasDepartments = changes.some(({ department }) => department !== null)
  const skipped = hasDepartments ? 0 : 1
  const sheet = new Worksheet(name, WIDTHS.slice(skipped))
  sheet.row(title(`${whenText(effective)}組織改正の概要`, WIDTHS.length - skipped))
  const headerRow = sheet.length
  sheet.row(...HEADERS.slice(skipped).map((header) => label(header)))
  for (const { department, changes: each } of changes) {
    const start = sheet.length
    for (const { kind, from, to, what, reason } of each) {
      const cells = [department, what === null ? kind : `${kind}（${what}）`, from.join('\n'), to.join('\n'), reason]
      sheet.row(...cells.slice(skipped).map((cell) => value(cell)))
    }
    if (hasDepartments) sheet.mergeDown(0, start, sheet.length - 1)
  }
  return sheet.done({ orientation: 'landscape', headerRow })
}

function whenText(effective: string | null): string {
  if (effective === null) return ''
  if (/^\d{4}$/.test(effective)) return `${yearShort(Number(effective))} `
  return `${dateText(effective).replace(/（\d{4}年）$/, '')}付け `
}
