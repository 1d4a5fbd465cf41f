import { reportRemarks } from '../evaluate/report-remarks.ts'
import type { ItemSheet, ReportContent, ReportField } from '../reform/report-content.ts'
import { reportFaults } from '../reform/report-faults.ts'
import type { RoundItem } from '../reform/round.ts'
import { remarkText, reportFaultText } from './wording-reports.ts'

/** 欄の脇に示すこと — what is missing, what is worth a second look, and whether the return named the field. */
export type FieldNotes = { faults: string[]; remarks: string[]; returned: boolean }
export type ReportNotes = {
  of: (field: ReportField) => FieldNotes
  faults: { field: ReportField; text: string }[]
  remarks: { field: ReportField; text: string }[]
}

/** 報告の欄ごとの指摘 — computed from what is written now, whoever wrote it. */
export function reportNotes(content: ReportContent, sheet: ItemSheet, returned: RoundItem['returned']): ReportNotes {
  const faults = reportFaults(content, sheet).map((fault) => ({ field: fault.field, text: reportFaultText(fault) }))
  const remarks = reportRemarks(content, sheet).map((remark) => ({ field: remark.field, text: remarkText(remark) }))
  const textsOf = (all: { field: ReportField; text: string }[], field: ReportField): string[] => [
    ...new Set(all.filter((one) => one.field === field).map(({ text }) => text)),
  ]
  return {
    of: (field) => ({
      faults: textsOf(faults, field),
      remarks: textsOf(remarks, field),
      returned: returned?.fields.includes(field) ?? false,
    }),
    faults,
    remarks,
  }
}
