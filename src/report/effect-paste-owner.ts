import type { ReformRecord } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'

export type OwnerFound = { kind: 'found'; of: string; name: string } | { kind: 'several' } | { kind: 'nothing' }

const NUMBER = /^(?:基本方針)?(?:[(（]?[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+(?:[-－.．ー][0-9０-９]+)*[)）.．]?|[①-⑳])\s*/

/** 行の名から柱・取組を探す — «I 業務改革», «1-2 窓口の改革», «窓口の改革»; what fits two is left to a person. */
export function ownerFinder({ nodes, initiatives }: ReformRecord): (scope: string, number: string) => OwnerFound {
  const all = [
    ...nodes.map(({ id, number, title }) => ({ of: `node:${id}`, number, title, kind: '柱・区分' })),
    ...initiatives.map(({ id, number, title }) => ({ of: `initiative:${id}`, number, title, kind: '取組' })),
  ]
  const byTitle = Map.groupBy(all, ({ title }) => foldTight(title))
  return (scope, number) => {
    const titled = byTitle.get(foldTight(scope)) ?? byTitle.get(foldTight(scope.replace(NUMBER, ''))) ?? []
    const numbered = titled.filter((one) => number !== '' && foldTight(one.number ?? '') === foldTight(number))
    const [first, second] = numbered.length > 0 ? numbered : titled
    if (!first) return { kind: 'nothing' }
    if (second) return { kind: 'several' }
    return { kind: 'found', of: first.of, name: `${first.kind}「${first.title}」` }
  }
}
