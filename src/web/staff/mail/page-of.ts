import type { Message } from '../../../reform/message.ts'
import type { MunicipalityCode } from '../../../vocabulary/municipality-code.ts'
import { paths } from '../../paths.ts'

/** 文の画面 — a digest leads to the person's own work, a notice about one report to the report. */
export function pageOf(url: string | null, code: MunicipalityCode, { about }: Pick<Message, 'about'>): string | null {
  if (url === null) return null
  return `${url}${about === null ? paths.staff.home(code) : paths.staff.report(code, about)}`
}
