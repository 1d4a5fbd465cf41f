import type { DocumentRecord } from '../reform/record.ts'
import { municipalitiesNamed, nameOfCode } from '../vocabulary/municipalities.ts'
import { type MunicipalityCode, parseMunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { ReadReform } from './read-reform.ts'

/** What the person who imports said: a code or name of the municipality, the title of the plan. */
export type Said = { municipality: string | null; plan: string | null }
export type ImportTarget = { municipality: { code: MunicipalityCode; name: string }; planTitle: string }
export type NoTarget =
  | { kind: 'municipality-not-said'; named: string | null }
  | { kind: 'municipality-not-known'; text: string }
  | { kind: 'plan-not-said' }
  | { kind: 'lineage-circle'; path: string[] }

/**
 * 取込み先 — which municipality and plan a document belongs to: what the person said goes before what the document says.
 * `installed` are the municipalities of this installation, so that an invented or renamed one can be named too.
 */
export function importTarget(
  document: DocumentRecord,
  said: Said,
  installed: readonly { code: string; name: string }[],
): Result<ImportTarget, NoTarget> {
  const text = said.municipality ?? document.municipality.code ?? document.municipality.name
  if (text === null) return no({ kind: 'municipality-not-said', named: null })
  const municipality = municipalityOf(text, document, installed)
  if (!municipality)
    return no(said.municipality ? { kind: 'municipality-not-known', text } : { kind: 'municipality-not-said', named: text })
  const planTitle = said.plan ?? document.plans.find((plan) => plan.parent === null)?.title ?? null
  return planTitle ? ok({ municipality, planTitle }) : no({ kind: 'plan-not-said' })
}

function municipalityOf(
  text: string,
  document: DocumentRecord,
  installed: readonly { code: string; name: string }[],
): ImportTarget['municipality'] | null {
  const code = parseMunicipalityCode(text)
  if (code.ok) {
    const name = nameOfCode(code.value) ?? installed.find((m) => m.code === code.value)?.name ?? document.municipality.name
    return { code: code.value, name: name ?? `団体コード ${code.value}` }
  }
  const known = municipalitiesNamed(text).find((m) => m.name === text) ?? installed.find((m) => m.name === text)
  const knownCode = known?.code ? parseMunicipalityCode(known.code) : null
  return knownCode?.ok ? { code: knownCode.value, name: text } : null
}

/**
 * 別の団体の文書 — what a document calls its municipality, where that is not the one it was brought to. Null where it says
 * nothing, only a guess says it, or the own municipality is named too: a neighbour that was visited does not make it the neighbour's.
 */
export function saidElsewhere(
  { document, lines }: Pick<ReadReform, 'document' | 'lines'>,
  own: ImportTarget['municipality'],
): string | null {
  const { code, name } = document.municipality
  if (code === own.code || name === own.name || document.guesses.includes('/municipality/name')) return null
  if (lines.some(({ text }) => text.includes(own.name))) return null
  return code === null ? name : `${name ?? ''}（団体コード ${code}）`
}
