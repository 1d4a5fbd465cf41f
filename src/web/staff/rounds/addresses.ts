import type { ReportState } from '../../../reform/report-state.ts'
import type { RoundList } from '../../../report/round-lists.ts'
import { paths } from '../../paths.ts'

type Asked = { list?: RoundList; section?: string | null; department?: string | null; state?: ReportState | null; done?: string }

const query = (asked: Asked): string => {
  const said = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

/** 数の裏の一覧 */
export const itemsAddress = (m: string, round: string, asked: Asked = {}): string => `${paths.staff.roundItems(m, round)}${query(asked)}`
export const itemsCsvAddress = (m: string, round: string, asked: Asked = {}): string =>
  `${paths.staff.roundItemsCsv(m, round)}${query(asked)}`
