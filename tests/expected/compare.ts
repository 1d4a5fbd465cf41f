import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readText } from '../../src/intake/read/text.ts'
import { understand } from '../../src/intake/understand.ts'
import type { DocumentRecord } from '../../src/reform/record.ts'
import { countCharacters } from '../../src/vocabulary/folding.ts'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** 実際の文書 — the documents lie beside the project and are no part of it. */
export const isHere = (name: string): boolean =>
  existsSync(`${shared}documents/${name}.txt`) && existsSync(`${shared}expected/${name}.part.json`)
export const skipped = (name: string): string => (isHere(name) ? name : `${name}（省略：../shared/documents がない）`)

export function readShared(name: string): DocumentRecord {
  const content = readFileSync(`${shared}documents/${name}.txt`, 'utf8')
  return understand({ name: `${name}.txt`, sha256: '', kind: 'txt', pages: readText(content), characters: countCharacters(content) })
}
// biome-ignore lint/suspicious/noExplicitAny: the shape of each part is its own, and is only read here
export const expectedOf = (name: string): any => JSON.parse(readFileSync(`${shared}expected/${name}.part.json`, 'utf8'))

/** Both sides as expected/README.md compares them: without tags and emphasis, NFKC, without white space. */
export const plain = (text: unknown): string =>
  String(text ?? '')
    .replace(/<\/?(?:p|ul|li|table|tr|td|br)(?:\s[^<>]*)?\/?>|\*\*/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')

/** 照合の結果 — for each kind of field what was found, what is wrong, what is missing. */
export class Tally {
  readonly found: Record<string, number> = {}
  readonly wrong: string[] = []
  readonly missing: string[] = []

  /** One expected value; `others` are readings that are right as well. */
  say(kind: string, where: string, expected: unknown, actual: unknown, others: readonly unknown[] = []): void {
    const said = plain(actual)
    if ([expected, ...others].some((e) => plain(e) === said)) this.found[kind] = (this.found[kind] ?? 0) + 1
    else (said === '' ? this.missing : this.wrong).push(`${kind} ${where}: «${plain(expected)}» ≠ «${said}»`)
  }

  share(): number {
    const found = Object.values(this.found).reduce((a, b) => a + b, 0)
    return found / (found + this.wrong.length + this.missing.length)
  }
}
