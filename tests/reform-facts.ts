import type { Indicator, Initiative, RecordId, ReformRecord, Report } from '../src/reform/record.ts'

/** What a record says, fact by fact and without ids, so that two records can be compared whatever their order. */
export type Facts = Record<string, string[]>

/** Without the white space and the widths that tables and forms set differently. */
const plain = (text: string | null): string | null => (text === null ? null : text.normalize('NFKC').replace(/\s/g, ''))

export function factsOf(record: ReformRecord): Facts {
  const facts: Facts = { ...initiativeFacts(record), ...figureFacts(record), ...otherFacts(record) }
  return Object.fromEntries(Object.entries(facts).map(([kind, all]) => [kind, all.toSorted()]))
}

const pathOf = ({ nodes }: ReformRecord, id: RecordId | null): string[] => {
  const node = nodes.find((n) => n.id === id)
  return node ? [...pathOf({ nodes } as ReformRecord, node.parent), plain(node.title) as string] : []
}
const listed = (all: readonly unknown[][]): string[] => all.map((fact) => JSON.stringify(fact))

function initiativeFacts(record: ReformRecord): Facts {
  const each = <T>(of: (initiative: Initiative) => readonly T[], fact: (item: T, initiative: Initiative) => unknown[]): string[] =>
    listed(record.initiatives.flatMap((i) => of(i).map((item) => [plain(i.title), ...fact(item, i)])))
  /** beside a lone section, a report that names none is its report */
  const sectionOf = ({ section, parts }: Report, initiative: Initiative) => {
    const told = initiative.parts.filter((part) => parts.includes(part.id)).flatMap((part) => part.sections)
    const beside = told.length > 0 ? told : initiative.sections
    return plain(section ?? (beside.length === 1 ? (beside[0]?.name ?? null) : null))
  }
  return {
    取組: each(
      (i) => [i],
      (i) => [plain(i.number), pathOf(record, i.node), plain(i.description), plain(i.goal)],
    ),
    所管課: each(
      (i) => i.sections,
      ({ name, office, role }) => [plain(name), plain(office), role],
    ),
    部分: each(
      (i) => i.parts.filter((p) => p.description !== null),
      (p) => [plain(p.description), plain(p.goal)],
    ),
    取組内容: each(
      (i) => i.parts.flatMap((p) => p.activities),
      (a) => [plain(a.name)],
    ),
    行動計画: each(
      (i) => i.parts.flatMap((p) => p.activities.flatMap((a) => a.schedule.map((cell) => ({ ...cell, name: a.name })))),
      ({ name, from, to, text, milestone }) => [plain(name), from, to, plain(text), milestone],
    ),
    進捗報告: each(
      (i) => i.reports,
      (r, i) => [r.fiscalYear, sectionOf(r, i), plain(r.progress), plain(r.issues), plain(r.revision)],
    ),
    評価: each(
      (i) => i.evaluations,
      (e) => [e.fiscalYear, e.stage, plain(e.criterion), plain(e.raw), plain(e.comment)],
    ),
    // a row of marks without any says nothing of those that are off
    印: each(
      (i) => i.marks.filter((mark) => mark.on),
      (m) => [m.scheme, m.name],
    ),
    公表先: each(
      (i) => i.published,
      (p) => [plain(p.where), plain(p.title), p.url],
    ),
    事業費: each(
      (i) => i.costs,
      (c) => [c.fiscalYear, c.stage, c.amountYen],
    ),
  }
}

function ownerOf(record: ReformRecord, { of }: Indicator): unknown {
  if (of === null || 'plan' in of) return null
  if ('node' in of) return pathOf(record, of.node)
  const id = 'initiative' in of ? of.initiative : of.part
  return plain(record.initiatives.find((i) => i.id === id || i.parts.some((part) => part.id === id))?.title ?? null)
}

function figureFacts(record: ReformRecord): Facts {
  const each = <T>(of: (indicator: Indicator) => readonly T[], fact: (item: T) => unknown[]): string[] =>
    listed(record.indicators.flatMap((i) => of(i).map((item) => [ownerOf(record, i), plain(i.name), ...fact(item)])))
  /** numbers digit by digit; what is no number, as it is printed */
  const answer = (said: { value: string | null; answer: string; raw: string }) => [said.answer, said.value ?? plain(said.raw)]
  return {
    指標: each(
      (i) => [i],
      (i) => [plain(i.unit)],
    ),
    基準値: each(
      (i) => (i.baseline ? [i.baseline] : []),
      (b) => [b.asOf, ...answer(b)],
    ),
    目標: each(
      (i) => i.targets,
      (t) => [t.fiscalYear, t.asOf, t.comparator, t.maintain ?? false, ...answer(t)],
    ),
    実績: each(
      (i) => i.actuals,
      (a) => [a.fiscalYear, a.asOf, a.status, a.numerator, a.denominator, ...answer(a)],
    ),
  }
}

function otherFacts({ effects, effectTotals, lineage, organizationChanges, reviews, series }: ReformRecord): Facts {
  const ends = (all: { title: string }[]) => all.map(({ title }) => plain(title))
  return {
    効果額: listed(
      effects.map((e) => [plain(e.estimate), plain(e.scope), e.fiscalYear, e.side, e.status, e.amountYen ?? e.quantity ?? plain(e.raw)]),
    ),
    効果額の合計: listed(effectTotals.map((t) => [plain(t.estimate), plain(t.scope), t.amountYen, t.differenceYen])),
    系譜: listed(
      lineage.map((l) => [ends(l.from), plain(l.kind), plain(l.reason), ends(l.to), plain(l.section), plain(l.pillar), plain(l.theme)]),
    ),
    組織改正: listed(
      organizationChanges.flatMap((o) =>
        o.changes.map((c) => [o.effective, plain(o.department), c.kind, c.from, c.to, plain(c.what), plain(c.reason)]),
      ),
    ),
    総括: listed(reviews.flatMap((r) => r.items.map((item) => [item.kind, plain(item.number), plain(item.text)]))),
    数値の系列: listed(series.flatMap((s) => s.points.map((p) => [plain(s.name), s.unit, p.at, p.value ?? plain(p.raw)]))),
  }
}

/** What one of the two says and the other does not: «-» is missing, «+» was never said. */
export function differences(said: Facts, again: Facts): string[] {
  return Object.keys({ ...said, ...again }).flatMap((kind) => {
    const left = [...(again[kind] ?? [])]
    const missing = (said[kind] ?? []).filter((fact) => {
      const at = left.indexOf(fact)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    return [...missing.map((fact) => `- ${kind} ${fact}`), ...left.map((fact) => `+ ${kind} ${fact}`)]
  })
}
