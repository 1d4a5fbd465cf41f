import { openPackage } from '../intake/read/xlsx-preflight.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { escaped } from './cell-xml.ts'
import type { HiddenIds } from './form.ts'
import { idsIn } from './mark.ts'
import { patchZip } from './patch-zip.ts'

const PART = 'docProps/custom.xml'
const NAME = 'kaikaku-form'
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>`
const OURS = new RegExp(`<(?:\\w+:)?property\\s[^>]*name="${NAME}"[^>]*>[\\s\\S]*?</(?:\\w+:)?property>`)

/** 文書のプロパティに ID を入れる — besides the sheets, which stay as they are: three parts that say what belongs to the file. */
export function withHiddenIds(bytes: Uint8Array, ids: HiddenIds): Result<Uint8Array, Unreadable> {
  const parts = openPackage(bytes)
  if (!parts.ok) return parts
  const text = (name: string): string | null => (parts.value.has(name) ? new TextDecoder().decode(parts.value.get(name)) : null)
  const [types, relations] = [text('[Content_Types].xml'), text('_rels/.rels')]
  if (types === null || relations === null) return no({ kind: 'truncated' })
  const custom = (text(PART) ?? EMPTY).replace(OURS, '')
  const changed: [string, string][] = [[PART, custom.replace(/<\/((?:\w+:)?)Properties>/, () => `${propertyOf(custom, ids)}</Properties>`)]]
  if (!types.includes(TYPE))
    changed.push(['[Content_Types].xml', types.replace('</Types>', `<Override PartName="/${PART}" ContentType="${TYPE}"/></Types>`)])
  if (!relations.includes(RELATION))
    changed.push([
      '_rels/.rels',
      relations.replace('</Relationships>', `<Relationship Id="rIdKaikaku" Type="${RELATION}" Target="${PART}"/></Relationships>`),
    ])
  return ok(patchZip(bytes, new Map(changed.map(([name, xml]) => [name, new TextEncoder().encode(xml)]))))
}

function propertyOf(custom: string, ids: HiddenIds): string {
  const taken = [...custom.matchAll(/pid="(\d+)"/g)].map(([, pid]) => Number(pid))
  const pid = Math.max(1, ...taken) + 1
  return `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${NAME}"><vt:lpwstr>${escaped(JSON.stringify(ids))}</vt:lpwstr></property>`
}

/** 文書のプロパティの ID — null where the workbook has none, or was cleaned of it. */
export function hiddenIdsOf(bytes: Uint8Array): HiddenIds | null {
  const parts = openPackage(bytes)
  const part = parts.ok ? parts.value.get(PART) : undefined
  const said = part ? OURS.exec(new TextDecoder().decode(part))?.[0].replace(/<[^>]*>/g, '') : undefined
  if (said === undefined) return null
  try {
    return idsIn(
      JSON.parse(
        said
          .replace(/&quot;/g, '"')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&'),
      ),
    )
  } catch {
    return null
  }
}
