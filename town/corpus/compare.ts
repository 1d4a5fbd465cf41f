import type { DocumentRecord } from '../../src/reform/record.ts'

/** What `x.expected.json` says, as town/corpus/README.md describes it: partial, by title, NFKC without white space. */
type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Said = { [key: string]: Json }

const plain = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
const list = (said: Json | undefined): Said[] => (said as Said[] | undefined) ?? []

/** Every way in which the record is not what was expected, in words; empty when it is. */
export function differences(record: DocumentRecord, said: Said): string[] {
  const found: string[] = []
  const differ = (where: string, expected: unknown, actual: unknown): void => {
    found.push(`${where}：${JSON.stringify(expected)} のはずが ${JSON.stringify(actual ?? null)}`)
  }
  const fields = (where: string, expected: Said, actual: Said, keys = Object.keys(expected)): void => {
    for (const key of keys)
      if (!sameValue(key, expected[key] as Json, actual[key] as Json)) differ(`${where}/${key}`, expected[key], actual[key])
  }
  const each = (
    name: string,
    expected: Said[],
    actual: Said[],
    same: (e: Said, a: Said) => boolean,
    rest: (e: Said, a: Said) => void,
  ): void => {
    for (const e of expected) {
      const hit = actual.filter((a) => same(e, a))
      if (hit.length === 0) differ(name, labelOf(e), '見つからない')
      else rest(e, hit[0] as Said)
    }
  }
  const all = record as unknown as { [list: string]: Said[] }
  const titleOf = (of: Json | undefined): string => {
    const owner = of as { initiative?: string; part?: string; node?: string } | null
    return (
      record.initiatives.find((i) => i.id === owner?.initiative || i.parts.some((p) => p.id === owner?.part))?.title ??
      record.nodes.find((n) => n.id === owner?.node)?.title ??
      ''
    )
  }
  if (said.municipality) fields('municipality', said.municipality as Said, record.municipality as unknown as Said)
  if (said.fiscalYear !== undefined) fields('record', { fiscalYear: said.fiscalYear }, record as unknown as Said)
  each(
    'plans',
    list(said.plans),
    all.plans as Said[],
    (e, a) => plain(a.title).endsWith(plain(e.title)) || plain(e.title).endsWith(plain(a.title)),
    (e, a) => {
      if (e.period !== undefined) fields('plans', { period: e.period }, a)
    },
  )
  each(
    'nodes',
    list(said.nodes),
    all.nodes as Said[],
    (e, a) => plain(e.title) === plain(a.title),
    (e, a) => fields(`nodes「${e.title}」`, e, a),
  )
  each(
    'initiatives',
    list(said.initiatives),
    all.initiatives as Said[],
    (e, a) => plain(e.title) === plain(a.title),
    (e, a) => {
      const where = `initiatives「${e.title}」`
      const { node, sections, reports, evaluations, activities, schedules, costs, ...rest } = e
      if (node !== undefined) fields(where, { node }, { node: record.nodes.find((n) => n.id === a.node)?.title ?? null })
      if (sections) sections_(where, sections as string[], a)
      const parts = list(a.parts)
      fields(where, rest, {
        ...a,
        description: a.description ?? parts.find((p) => p.description)?.description ?? null,
        goal: a.goal ?? parts.find((p) => p.goal)?.goal ?? null,
      })
      each(
        `${where}/reports`,
        list(reports),
        list(a.reports),
        (x, y) => x.fiscalYear === y.fiscalYear && (x.section === undefined || plain(x.section) === plain(y.section)),
        (x, y) => fields(`${where}/reports`, x, y),
      )
      each(
        `${where}/evaluations`,
        list(evaluations),
        list(a.evaluations),
        (x, y) => Object.keys(x).every((k) => sameValue(k, x[k] as Json, y[k] as Json)),
        () => {},
      )
      each(
        `${where}/costs`,
        list(costs),
        list(a.costs),
        (x, y) => Object.keys(x).every((k) => sameValue(k, x[k] as Json, y[k] as Json)),
        () => {},
      )
      each(
        `${where}/schedules`,
        list(schedules),
        parts.flatMap((p) => list(p.activities).flatMap((x) => list(x.schedule))),
        (x, y) => x.from === y.from && plain(x.text) === plain(y.text),
        () => {},
      )
      each(
        `${where}/activities`,
        list(activities),
        parts.flatMap((p) => list(p.activities)),
        (x, y) => plain(x.name) === plain(y.name),
        (x, y) =>
          each(
            `${where}/${x.name}`,
            list(x.schedule),
            list(y.schedule),
            (s, t) => s.from === t.from && plain(s.text) === plain(t.text),
            () => {},
          ),
      )
    },
  )
  function sections_(where: string, expected: string[], a: Said): void {
    const names = [...list(a.sections), ...list(a.parts).flatMap((p) => list(p.sections))].map((s) => plain(s.name))
    const unique = [...new Set(names)].sort()
    if (JSON.stringify(unique) !== JSON.stringify(expected.map(plain).sort())) differ(`${where}/sections`, expected, unique)
  }
  each(
    'indicators',
    list(said.indicators),
    all.indicators as Said[],
    (e, a) => plain(e.name) === plain(a.name) && (e.of === undefined || plain(e.of) === plain(titleOf(a.of))),
    (e, a) => {
      const where = `indicators「${e.name}」`
      if (e.unit !== undefined) fields(where, { unit: e.unit }, a)
      if (e.baseline !== undefined)
        e.baseline === null
          ? fields(where, { baseline: null }, a)
          : fields(`${where}/baseline`, e.baseline as Said, (a.baseline ?? {}) as Said)
      for (const kind of ['targets', 'actuals'])
        each(
          `${where}/${kind}`,
          list(e[kind]),
          list(a[kind]),
          (x, y) => Object.keys(x).every((k) => sameValue(k, x[k] as Json, y[k] as Json)),
          () => {},
        )
    },
  )
  const matching = (name: string, keys: string[]): void =>
    each(
      name,
      list(said[name]),
      all[name] as Said[],
      (e, a) => keys.every((k) => e[k] === undefined || sameValue(k, e[k] as Json, a[k] as Json)),
      (e, a) => fields(`${name}「${labelOf(e)}」`, e, a),
    )
  matching('effects', ['scope', 'fiscalYear', 'estimate', 'status', 'side', 'basis'])
  matching('effectTotals', ['scope', 'estimate'])
  matching('glossary', ['term'])
  matching('events', ['text'])
  const ends = (side: Json | undefined): string[] =>
    ((side ?? []) as (string | Said)[]).map((s) => plain(typeof s === 'string' ? s : s.title)).sort()
  each(
    'lineage',
    list(said.lineage),
    all.lineage as Said[],
    (e, a) => String(ends(e.from)) === String(ends(a.from)) && String(ends(e.to)) === String(ends(a.to)),
    (e, a) =>
      fields(
        `lineage「${ends(e.from)}→${ends(e.to)}」`,
        e,
        a,
        Object.keys(e).filter((k) => k !== 'from' && k !== 'to'),
      ),
  )
  for (const [to, from] of Object.entries((said.mergedInto ?? {}) as { [to: string]: string[] })) {
    const merged = record.lineage
      .filter((l) => l.to.some((t) => plain(t.title) === plain(to)))
      .flatMap((l) => l.from.map((f) => plain(f.title)))
    for (const one of from) if (!merged.includes(plain(one))) differ('mergedInto', `${one}→${to}`, merged)
  }
  const counts = (said.counts ?? {}) as { [list: string]: number }
  for (const [name, count] of Object.entries(counts))
    if ((all[name] as Said[]).length !== count) differ(`counts/${name}`, count, (all[name] as Said[]).map(labelOf))
  const fails = record.checks.filter((c) => c.verdict === 'fails')
  const checks = (said.checks ?? {}) as { fails?: number; failsAtLeast?: number; failsAtMost?: number }
  if (
    fails.length < (checks.failsAtLeast ?? checks.fails ?? 0) ||
    fails.length > (checks.failsAtMost ?? checks.fails ?? Number.POSITIVE_INFINITY)
  )
    differ(
      'checks',
      checks,
      fails.map((c) => c.message),
    )
  return found
}

const labelOf = (entry: Said): string =>
  String(entry.title ?? entry.name ?? entry.scope ?? entry.term ?? entry.text ?? JSON.stringify(entry)).slice(0, 40)

function sameValue(key: string, expected: Json, actual: Json | undefined): boolean {
  if (expected === null) return actual === null || actual === undefined || actual === ''
  if (key === 'asOf')
    return (
      plain(actual)
        .replace(/年度?末?|時点/g, '')
        .startsWith(plain(expected)) || plain(actual).startsWith(plain(expected))
    )
  if (key === 'number' || key === 'level') return plain(actual).replace(/[().、]/g, '') === plain(expected).replace(/[().、]/g, '')
  if (typeof expected === 'number') return actual !== null && actual !== undefined && actual !== '' && Number(actual) === expected
  if (typeof expected === 'object') return JSON.stringify(expected) === JSON.stringify(actual)
  return plain(expected) === plain(actual)
}
