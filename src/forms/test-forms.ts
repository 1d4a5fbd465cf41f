import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anItem, aRound } from '../../town/story/round-builders.ts'
import type { RoundItemId } from '../reform/round.ts'
import type { Result } from '../vocabulary/result.ts'
import type { IssuedForm, ReadForm } from './form.ts'
import { formNumberOf } from './form-number.ts'
import { readForms } from './read-forms.ts'

/** あおば市の様式, for tests. */
export const aForm = (serial: number, said: Parameters<typeof anItem>[0] = {}): IssuedForm => ({
  number: formNumberOf(2024, serial),
  round: aRound(),
  item: anItem({ id: `item-${serial}` as RoundItemId, version: serial, ...said }),
  municipality: { code: '999999', name: 'あおば市' },
  planTitle: '行財政改革推進プラン2023-2027',
})

export async function formsIn(bytes: Uint8Array): Promise<ReadForm[]> {
  const read = await readForms(bytes)
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value
}

export const hasOffice = spawnSync('soffice', ['--version']).status === 0
export const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0
/** The title of a test that needs another program, with the reason where it is skipped. */
export const inOffice = (title: string): string => (hasOffice ? title : `${title}（省略：LibreOffice がありません）`)
export const inOpenpyxl = (title: string): string => (hasOpenpyxl ? title : `${title}（省略：Python の openpyxl がありません）`)

/** A workbook opened and saved again by LibreOffice; a profile of its own, so that two tests do not wait for each other. */
export function throughOffice(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-forms-'))
  try {
    writeFileSync(join(folder, 'in.xlsx'), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    )
    return readFileSync(join(folder, 'out', 'in.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The value of what must be well. */
export function got<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
