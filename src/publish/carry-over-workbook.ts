import { writeXlsx } from 'hucre'
import type { ReformRecord } from '../reform/record.ts'
import { carryOverSheets } from './workbook-carry-over.ts'

/** 取組み整理表のブック — the sheet of the edition's workbook by itself, while the table is still being worked on. */
export const writeCarryOverWorkbook = (record: ReformRecord): Promise<Uint8Array> =>
  writeXlsx({ sheets: carryOverSheets(record), defaultFont: { name: 'BIZ UDPゴシック', size: 10 } })
