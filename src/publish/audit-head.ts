import type { AuditHead } from '../reform/audit.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

const FORMAT = 'kaikaku-audit-head/1'

/** 記録の末尾の控え — a line of JSON for each municipality, to be kept where the database's keeper cannot write. */
export const printHeads = (heads: readonly AuditHead[]): string =>
  heads.map(({ at, ...head }) => `${JSON.stringify({ format: FORMAT, ...head, at: at.toISOString() })}\n`).join('')

export type NotHeads = { kind: 'not-heads'; line: number }

/** A line that was cut or edited is refused: a head that is half there would prove nothing. */
export function readHeads(text: string): Result<AuditHead[], NotHeads> {
  const heads: AuditHead[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [place, line] of lines.entries()) {
    if (line.trim() === '') continue
    const head = headIn(line)
    if (!head) return no({ kind: 'not-heads', line: place + 1 })
    heads.push(head)
  }
  return heads.length > 0 ? ok(heads) : no({ kind: 'not-heads', line: 1 })
}

function headIn(line: string): AuditHead | null {
  const { format, municipality, number, count, hash, at } = parsed(line)
  const when = new Date(String(at))
  const counts = [number, count].every((one) => Number.isSafeInteger(one) && (one as number) > 0)
  if (format !== FORMAT || !/^\d{6}$/.test(String(municipality)) || !counts) return null
  if (!/^[0-9a-f]{64}$/.test(String(hash)) || Number.isNaN(when.getTime())) return null
  return { municipality: String(municipality), number: number as number, count: count as number, hash: String(hash), at: when }
}

function parsed(line: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(line)
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
