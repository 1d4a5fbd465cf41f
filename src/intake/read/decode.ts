import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'

/** 文字コード — UTF-8 with or without BOM, UTF-16 with BOM, else Shift_JIS; anything else is refused, not guessed. */
export function decodeText(bytes: Uint8Array): Result<string, Unreadable> {
  const marked = byMark(bytes)
  const decoded = marked ? strictly(marked, bytes) : (strictly('utf-8', bytes) ?? cutUtf8(bytes) ?? shiftJis(bytes))
  if (typeof decoded !== 'string')
    return no(decoded ?? (isMostlyControl(bytes) ? { kind: 'binary', looksLike: null } : { kind: 'encoding' }))
  const text = decoded.replace(/\x1a$/, '') // Ctrl-Z ended files in DOS
  if (/\x1b\$[@B]|\x1b\([BJ]/.test(text)) return no({ kind: 'encoding' }) // JIS (ISO-2022-JP) is valid ASCII, and says nothing
  if (isBinaryText(text)) return no({ kind: 'binary', looksLike: null })
  return text.trim() === '' ? no({ kind: 'empty' }) : ok(text)
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Right up to a last character that is cut off: a copy that ended too early. */
function isCutOff(encoding: string, bytes: Uint8Array): boolean {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }).length > 0
  } catch {
    return false
  }
}

/** Damaged UTF-8 must not be taken for Shift_JIS, which accepts most of its bytes as half-width kana. */
function cutUtf8(bytes: Uint8Array): Unreadable | null {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const broken = lenient.match(/�/g)?.length ?? 0
  const whole = lenient.match(/[぀-ヿ㐀-鿿＀-￯]/g)?.length ?? 0
  if (whole <= broken) return null
  return isCutOff('utf-8', bytes) ? { kind: 'truncated' } : { kind: 'encoding' }
}

function shiftJis(bytes: Uint8Array): string | Unreadable | null {
  const text = strictly('shift_jis', bytes)
  if (text === null) return isCutOff('shift_jis', bytes) && !isMostlyControl(bytes) ? { kind: 'truncated' } : null
  const wide = text.match(/[぀-ヿ一-鿿]/g)?.length ?? 0
  const halfKana = text.match(/[｡-ﾟ-]/g)?.length ?? 0
  // EUC-JP read as Shift_JIS comes out as half-width kana
  return halfKana > wide ? { kind: 'encoding' } : text
}

const isBinaryText = (text: string): boolean =>
  text.includes('\0') || (text.match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0) * 1_000 > text.length

const isMostlyControl = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.reduce((n, b) => (b < 9 || (b > 13 && b < 32) ? n + 1 : n), 0)
  return sample.includes(0) || controls * 100 > sample.length
}
