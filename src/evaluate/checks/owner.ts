import type { Check, ReformRecord, SectionRef } from '../../reform/record.ts'
import { sectionHistories } from '../../reform/section-history.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'

/** 所管課 — whether the responsible section exists in the fiscal year of the report, and is the same on every page. */
export const owners: CheckKind = (looking) => [...existing(looking), ...sameOnEveryPage(looking)]

function existing(looking: Looking): Check[] {
  const { fiscalYear } = looking.record
  if (fiscalYear === null || looking.record.organizationChanges.length === 0) return []
  const [begins, ends] = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`]
  const histories = sectionHistories(looking.record)
  return looking.record.initiatives.flatMap((initiative, i) => {
    const named = [...initiative.sections, ...initiative.parts.flatMap((p) => p.sections)].map((s) => s.name)
    return [...new Set(named)].flatMap((name) => {
      const history = histories.find((h) => foldTight(h.name) === foldTight(name))
      const at = looking.placesOf(`/initiatives/${i}/sections`)
      if (history?.to && history.to <= begins) {
        const next = history.successors.length > 0 ? `引き継いだ課は${history.successors.join('、')}です。` : ''
        return [
          checked('owner', 'remark', {
            stated: name,
            computed: history.to,
            message: `「${initiative.title}」の所管「${name}」は${history.to}の組織改正でなくなっています。${next}`,
            at,
          }),
        ]
      }
      // responsibility follows successors: a unit that was made of others had them before it
      if (history?.from && history.from > ends && !histories.some((h) => h.successors.some((next) => foldTight(next) === foldTight(name))))
        return [
          checked('owner', 'remark', {
            stated: name,
            computed: history.from,
            message: `「${initiative.title}」の所管「${name}」ができるのは${history.from}で、${fiscalYear}年度にはまだありません。`,
            at,
          }),
        ]
      return []
    })
  })
}

type Named = { title: string; sections: string[]; pointer: string }

/** The same initiative with one section in a table and another one on a slide. */
function sameOnEveryPage(looking: Looking): Check[] {
  const slides = Map.groupBy(slidesOf(looking.record), ({ title }) => foldTight(title))
  const told = new Set<string>()
  return tablesOf(looking.record).flatMap((table) =>
    (slides.get(foldTight(table.title)) ?? []).flatMap((slide) => {
      const key = `${foldTight(table.title)} ${slide.sections.map(foldTight).sort().join(' ')}`
      if (told.has(key) || agree(table.sections, slide.sections)) return []
      told.add(key)
      const [here, there] = [table.sections.join('、'), slide.sections.join('、')]
      const message = `「${table.title}」の所管が、一覧では「${here}」、別の箇所では「${there}」と書かれています。どちらが正しいか確かめてください。`
      return [checked('section', 'remark', { stated: there, computed: here, message, at: looking.placesOf(table.pointer, slide.pointer) })]
    }),
  )
}

const slidesOf = (record: ReformRecord): Named[] =>
  record.reviews.flatMap((review, r) =>
    review.items.flatMap((item, n) =>
      (['new', 'existing'] as const).flatMap((kind) =>
        item[kind].map((link, l) => ({ title: link.title, sections: link.sections, pointer: `/reviews/${r}/items/${n}/${kind}/${l}` })),
      ),
    ),
  )

/** «会計課 納税課・国保年金課» are three sections, «D X 推進課» is one. */
function sectionNames(printed: string): string[] {
  const pieces = printed.split(/[、,，・\n]+/).flatMap((piece) => {
    const words = piece.trim().split(/\s+/)
    return words.every((w) => /[課室局部署院所校館会係]$|センター$/.test(w)) ? words : [piece]
  })
  return pieces.map(foldTight).filter((name) => name !== '')
}

/** Carry-over rows name one section in a cell, or several with 、 between them. */
function tablesOf(record: ReformRecord): Named[] {
  const rows = record.lineage.flatMap((edge, l) => {
    const sections = sectionNames(edge.section ?? '')
    return edge.to.map((to) => ({ title: to.title, sections, pointer: `/lineage/${l}` }))
  })
  const known = new Set(rows.map((r) => foldTight(r.title)))
  const initiatives = record.initiatives.map((it, i) => ({
    title: it.title,
    sections: it.sections.map((s: SectionRef) => s.name),
    pointer: `/initiatives/${i}`,
  }))
  return [...rows, ...initiatives.filter((it) => !known.has(foldTight(it.title)))]
}

/** 「DX戦略課（推進室）」 and 「DX戦略課」 agree; so do 「全課」 and anything. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  const plain = (names: readonly string[]) =>
    new Set(
      names.map((n) =>
        foldTight(n)
          .replace(/\(.*?\)/g, '')
          .replace(/(?:他|等|ほか).*$/, ''),
      ),
    )
  const [left, right] = [plain(a), plain(b)]
  if ([...left, ...right].some((n) => /^(?:全|各|関係)/.test(n) || n === '')) return true
  return [...left].every((n) => right.has(n)) || [...right].every((n) => left.has(n))
}
