import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { decodeText } from './decode.ts'
import { readZipDirectory } from './zip-directory.ts'

export type Detected = { is: 'workbook' } | { is: 'text'; text: string } | { is: 'json'; text: string }

const BINARY: readonly (readonly [magic: number[], name: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 画像'],
  [[0xff, 0xd8, 0xff], 'JPEG 画像'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF 画像'],
  [[0x42, 0x4d], 'BMP 画像'],
  [[0x1f, 0x8b], 'gzip の圧縮ファイル'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip の圧縮ファイル'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR の圧縮ファイル'],
  [[0x4d, 0x5a, 0x90, 0x00], 'Windows のプログラム'],
  [[0x7f, 0x45, 0x4c, 0x46], 'プログラム'],
]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** The parts that make a zip what it is; an extension is a hint of the sender, a part is needed to be opened. */
const ARCHIVES: readonly (readonly [RegExp, type: string])[] = [
  [/^xl\/workbook\d*\.bin$/i, 'xlsb'],
  [/^word\/document\d*\.xml$/i, 'docx'],
  [/^ppt\/presentation\.xml$/i, 'pptx'],
  [/^content\.xml$/i, 'ods'],
]

/** What a file is, by what stands in it. */
export function detect(bytes: Uint8Array): Result<Detected, Unreadable> {
  if (bytes.length === 0) return no({ kind: 'empty' })
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return detectArchive(bytes)
  if (startsWith(bytes, COMPOUND_FILE)) return no(inCompoundFile(bytes))
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024))
  if (head.includes('%PDF-')) return no({ kind: 'not-supported', type: 'pdf' })
  const looksLike = BINARY.find(([magic]) => startsWith(bytes, magic))?.[1]
  const text = decodeText(bytes)
  if (!text.ok) return looksLike ? no({ kind: 'binary', looksLike }) : text
  const start = text.value.slice(0, 500).trimStart()
  if (/^(<\?xml[^>]*>\s*)?<(!doctype html|html)[\s>]/i.test(start)) return no({ kind: 'not-supported', type: 'html' })
  if (start.startsWith('{\\rtf')) return no({ kind: 'not-supported', type: 'rtf' })
  // an object with a quoted first key, whole or cut off: the interchange form, or somebody else's data
  return ok({ is: /^\ufeff?\{\s*"/.test(start) ? 'json' : 'text', text: text.value })
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

function detectArchive(bytes: Uint8Array): Result<Detected, Unreadable> {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const names = directory.value.map((entry) => entry.name)
  if (names.includes('[Content_Types].xml') && names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) return ok({ is: 'workbook' })
  const type = ARCHIVES.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? 'zip'
  return no({ kind: 'not-supported', type })
}

/** The old binary formats, and the envelope of encrypted new ones: their directory names its streams in UTF-16. */
function inCompoundFile(bytes: Uint8Array): Unreadable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return { kind: 'encrypted' }
  return { kind: 'not-supported', type: has('WordDocument') ? 'doc' : 'xls' }
}
