import type { Check } from '../../reform/record.ts'
import { fold, foldTight } from '../../vocabulary/folding.ts'
import { similarity } from '../../vocabulary/similarity.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'

/** Above this two titles are more alike than two initiatives of one pillar usually are. */
const ALIKE = 0.85

/** 似た名の取組 — the same title twice in a plan, titles that hardly differ, and a renaming that the carry-over calls 継続. */
export const duplicates: CheckKind = (looking) => {
  const titled = looking.record.initiatives.map((it, i): Titled => {
    const plain = foldTight(it.title)
    const [letters, sorted] = [new Set(plain), [...plain].sort().join('')]
    return { title: it.title, plan: it.plan, plain, letters, sorted, pointer: `/initiatives/${i}/title` }
  })
  const twins = titled.length > MOST_COMPARED ? sameTitles(titled) : [...pairsOf(titled).filter(([a, b]) => isTwin(a, b))]
  return [...twins.map(([a, b]) => twinRemark(looking, a, b)), ...renamed(looking)]
}

/** 1,000 titles are half a million pairs; no plan has more, and in what has, only equal titles are told. */
const MOST_COMPARED = 1_000

function* pairsOf(all: readonly Titled[]): Generator<[Titled, Titled]> {
  for (const [i, a] of all.entries()) for (let j = i + 1; j < all.length; j += 1) yield [a, all[j] as Titled]
}

const sameTitles = (all: readonly Titled[]): [Titled, Titled][] =>
  [...Map.groupBy(all, ({ plan, plain }) => `${plan} ${plain}`).values()].flatMap(([first, ...again]) =>
    first && first.plain.length >= 4 ? again.map((b): [Titled, Titled] => [first, b]) : [],
  )

type Titled = { title: string; plan: string | null; plain: string; letters: Set<string>; sorted: string; pointer: string }

function isTwin(a: Titled, b: Titled): boolean {
  if (a.plan !== b.plan || a.plain.length < 4 || Math.abs(a.plain.length - b.plain.length) > 6) return false
  if (a.plain === b.plain) return true
  // Cheap, and true of all that are alike: 300 titles make 45,000 pairs.
  let shared = 0
  for (const letter of b.letters) if (a.letters.has(letter)) shared += 1
  if (shared < b.letters.size * 0.7) return false
  // 「…（個人市民税）」 and 「…（法人市民税）」, 第1期 and 第2期 differ where it matters.
  if (a.sorted !== b.sorted && /[(（0-9]/.test(a.plain + b.plain)) return false
  return similarity(a.plain, b.plain) >= ALIKE
}

function twinRemark(looking: Looking, a: Titled, b: Titled): Check {
  const at = looking.placesOf(a.pointer, b.pointer)
  const message =
    a.plain === b.plain
      ? `取組「${a.title}」が二度出てきます。同じ取組か確かめてください。`
      : `取組「${a.title}」と「${b.title}」は名前がよく似ています。同じ取組か確かめてください。`
  return checked('duplicate', 'remark', { stated: a.title, computed: b.title, message, at })
}

function renamed(looking: Looking): Check[] {
  return looking.record.lineage.flatMap((edge, l) => {
    const [from, to] = [edge.from[0]?.title, edge.to[0]?.title]
    if (edge.kind !== '継続' || edge.from.length !== 1 || edge.to.length !== 1 || from === undefined || to === undefined) return []
    if (foldTight(from) === foldTight(to)) return []
    const message = `「${from}」は継続とされていますが、名前が「${to}」に変わっています。`
    return [checked('renamed', 'remark', { stated: from, computed: to, message, at: looking.placesOf(`/lineage/${l}`) })]
  })
}

type Numbered = { number: string; title: string; pointer: string }

/** 番号の抜けと重なり — of initiatives under one heading, and of headings under one heading. */
export const numbering: CheckKind = (looking) => {
  const { nodes, initiatives } = looking.record
  const families = new Map<string, Numbered[]>()
  const add = (family: string, numbered: Numbered) => {
    const known = families.get(family)
    if (known) known.push(numbered)
    else families.set(family, [numbered])
  }
  initiatives.forEach((it, i) => {
    if (it.number !== null) add(`initiative ${it.plan} ${it.node}`, { number: it.number, title: it.title, pointer: `/initiatives/${i}` })
  })
  nodes.forEach((node, i) => {
    if (node.number !== null)
      add(`node ${node.plan} ${node.parent} ${node.level}`, { number: node.number, title: node.title, pointer: `/nodes/${i}` })
  })
  return [...families.values()].flatMap((family) => familyCheck(looking, family))
}

function familyCheck(looking: Looking, family: readonly Numbered[]): Check[] {
  const read = family.flatMap((n) => {
    const place = placeOf(n.number)
    return place === null ? [] : [{ ...n, ...place }]
  })
  const [first] = read
  if (!first || read.length < 2 || read.some((n) => n.prefix !== first.prefix)) return []
  const taken = new Set(read.map((n) => n.place))
  const missing = Array.from({ length: Math.max(...taken) - 1 }, (_, i) => i + 1).filter((n) => !taken.has(n))
  const at = looking.placesOf(...read.map((n) => `${n.pointer}/title`))
  const gone = missing.map((n) => (CIRCLED.includes(first.number.trim()) ? (CIRCLED[n - 1] ?? `${n}`) : `${n}`)).join('、')
  const gaps =
    missing.length > 0 && missing.length < read.length
      ? [
          checked('numbering', 'remark', {
            stated: read.map((n) => n.number).join('、'),
            computed: gone,
            message: `番号${gone}が抜けています（${read.map((n) => n.number).join('、')}）。記載漏れか欠番か確かめてください。`,
            at,
          }),
        ]
      : []
  const twice = [...Map.groupBy(read, ({ place }) => place).values()].filter((same) => same.length > 1)
  return [...gaps, ...twice.map((same) => twiceRemark(looking, same))]
}

const MOST_NAMED = 5

function twiceRemark(looking: Looking, same: readonly Numbered[]): Check {
  const again = same[1] as Numbered
  const named = same.slice(0, MOST_NAMED)
  const told = `「${named.map((n) => n.title).join('」「')}」${same.length > MOST_NAMED ? 'など' : ''}`
  const count = same.length === 2 ? '二つ' : `${same.length}個`
  const message = `番号${again.number}が${count}の項目に付いています（${told}）。`
  return checked('numbering', 'remark', {
    stated: again.number,
    computed: null,
    message,
    at: looking.placesOf(...named.map((n) => `${n.pointer}/title`)),
  })
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** «①» → 1, «1-3» → 3 under 1, «Ⅱ» → 2; null for what counts nothing. */
function placeOf(number: string): { prefix: string; place: number } | null {
  const circled = CIRCLED.indexOf(number.trim())
  if (number.trim().length === 1 && circled >= 0) return { prefix: '', place: circled + 1 }
  const plain = fold(number).replace(/\s/g, '')
  const roman = ROMAN.indexOf(plain.replace(/[^IVX]/g, ''))
  if (roman >= 0 && /^[^0-9]*$/.test(plain)) return { prefix: plain.replace(/[IVX]+/, ''), place: roman + 1 }
  const said = /^(.*?)(\d{1,3})([^\d]*)$/.exec(plain)
  return said ? { prefix: `${said[1]}${said[3]}`, place: Number(said[2]) } : null
}
