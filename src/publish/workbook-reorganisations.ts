import type { WriteSheet } from 'hucre'
import { effectiveDay } from '../reform/changes-in-document.ts'
import type { Edition } from '../reform/edition.ts'
import type { OrganizationChange, ReformRecord } from '../reform/record.ts'
import { indexOf } from '../report/edition-index.ts'
import { dateText, yearShort } from '../report/figures.ts'
import { reorganisations } from '../report/reorganisations.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

const WIDTHS = [16, 30, 32, 32, 40]
const HEADERS = ['部局', '区分', '改正前', '改正後', '理由']

/**
 * 組織の帳票 — the reorganisations of the documents, those that the office applied on days of which no document speaks, and from
 * when to when each section existed with who answers for it today: the other sheets name the sections of their time.
 */
export function organisationSheets(edition: Edition): WriteSheet[] {
  const { record, reorganisations: applied = [] } = edition
  const told = new Set(record.organizationChanges.map(({ effective }) => effectiveDay(effective)))
  const others = applied
    .filter(({ effective }) => !told.has(effective))
    .map(
      ({ title: text, effective, changes }): OrganizationChange => ({
        ...{ number: null, department: null, effective, text },
        changes: changes.map(({ kind, from, to, what, reason }) => ({
          kind,
          from,
          to: kind === '廃止' ? [] : to,
          what,
          reason,
          guessed: false,
        })),
      }),
    )
  const { sections } = reorganisations(indexOf(edition))
  const all = reorganisationSheets({ ...record, organizationChanges: [...others, ...record.organizationChanges] })
  if (sections.length === 0) return all
  const sheet = new Worksheet('所管課の移り変わり', [24, 20, 20, 32, 24])
  sheet.row(title('所管課の移り変わり', 5))
  const headerRow = sheet.length
  sheet.row(...['当時の課', 'いつから', 'いつまで', '引き継いだ課', '現在の課'].map((header) => label(header)))
  for (const { name, from, to, successors, now } of sections)
    sheet.row(value(name), value(from), value(to), value(successors.join('、') || 'なし'), value(now))
  return [...all, sheet.done({ orientation: 'landscape', headerRow })]
}

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
