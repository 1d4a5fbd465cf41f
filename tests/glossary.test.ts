import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, tree: ts.createSourceFile(name, readFileSync(`${root}src/${name}`, 'utf8'), ts.ScriptTarget.Latest, true) }))

const identifiers = new Set<string>()
const fields = new Map<string, Set<string>>()
const types: { name: string; exported: boolean; file: string }[] = []
const walk = (node: ts.Node): void => {
  if (ts.isIdentifier(node)) identifiers.add(node.text)
  if (ts.isTypeAliasDeclaration(node)) {
    const exported = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false
    types.push({ name: node.name.text, exported, file: node.getSourceFile().fileName })
    fields.set(node.name.text, fieldsOf(node.type))
  }
  ts.forEachChild(node, walk)
}
/** The fields a type says itself, at its first level; «A & { b }» counts b. */
function fieldsOf(type: ts.TypeNode): Set<string> {
  if (ts.isTypeLiteralNode(type)) return new Set(type.members.flatMap((member) => (member.name ? [member.name.getText()] : [])))
  if (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)) return new Set(type.types.flatMap((one) => [...fieldsOf(one)]))
  return new Set()
}
for (const { tree } of sources) walk(tree)

const glossary = readFileSync(`${root}docs/glossary.md`, 'utf8')
const inCode = glossary.slice(glossary.indexOf('# コードにある用語'), glossary.indexOf('# これからの用語'))
const rows = inCode.split('\n').filter((line) => line.startsWith('|') && line.includes('`'))
const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => ({ row, identifier: match[1] as string })))

describe('用語集', () => {
  it('二つの部分があり、表が読める', () => {
    expect(named.length).toBeGreaterThan(50)
    expect(glossary.indexOf('# これからの用語')).toBeGreaterThan(0)
  })

  it.each(named)('$identifier はコードにある', ({ identifier }) => {
    const [type, field] = identifier.split('.')
    if (field === undefined) expect(identifiers).toContain(type)
    else expect([...(fields.get(type as string) ?? [])], `${type} の項目`).toContain(field)
  })

  const known = new Set(named.map(({ identifier }) => identifier.split('.')[0]))
  it.each(types.filter((type) => type.exported && type.file.startsWith('reform/')))('$file の $name は用語集にある', ({ name }) => {
    expect(known, `docs/glossary.md に ${name} の行がありません`).toContain(name)
  })

  it('一つの identifier は一つの用語だけに使う', () => {
    const seen = new Map<string, string>()
    for (const { row, identifier } of named) {
      expect(seen.get(identifier) ?? row, identifier).toBe(row)
      seen.set(identifier, row)
    }
  })
})
