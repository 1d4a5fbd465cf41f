import { describe, expect, it } from 'vitest'
import type { OrganizationChange } from '../../src/reform/record.ts'
import { expectedOf, isHere, plain, readShared, skipped, Tally } from './compare.ts'

const NAME = 'iwaki-2024-structural-reform'

type Moved = { from: string[] | string | null; to: string[] | string; what?: string; how?: string }
type Expected = {
  number: number
  department: string
  text: string[]
  newUnits: string[]
  abolishedUnits: string[]
  merged: Moved[]
  transfers: Moved[]
  reorganised: Moved[]
  impliedAbolished?: string[]
}
const list = (said: string[] | string | null): string[] => (said === null ? [] : Array.isArray(said) ? said : [said])

describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = isHere(NAME) ? readShared(NAME) : null
  const expected = isHere(NAME) ? expectedOf(NAME) : null

  /** Whether the record says it, where the expected text may stand inside a longer one. */
  const holds = (where: string, wanted: string, texts: readonly (string | null | undefined)[]): string[] =>
    texts.some((text) => plain(text).includes(plain(wanted))) ? [] : [`${where}: ${wanted}`]

  it('柱・やりたいこと・これまでの取組み', () => {
    const tally = new Tally()
    const missing: string[] = []
    for (const pillar of expected.pillars) {
      const node = record?.nodes.find((n) => plain(n.title) === plain(pillar.title))
      tally.say('pillar', pillar.title, pillar.number, node?.number)
      missing.push(...[pillar.subtitle, pillar.lead].flatMap((said: string) => holds(pillar.title, said, [node?.text])))
      const aims = record?.initiatives.filter((i) => i.node === node?.id).map((i) => i.title) ?? []
      tally.say('aims', pillar.title, pillar.aims.join('/'), aims.join('/'))
      const events = record?.events.filter((e) => e.node === node?.id) ?? []
      tally.say('achievements', pillar.title, pillar.achievements.length, events.length)
      for (const [i, said] of pillar.achievements.entries()) {
        tally.say('achievement', said.text, said.text, events[i]?.text)
        tally.say('achievement', `${said.text} date`, said.date ?? '', events[i]?.at ?? '')
      }
    }
    expect([...tally.wrong, ...tally.missing, ...missing]).toEqual([])
  })

  it('系列と工程表の指標', () => {
    const tally = new Tally()
    for (const series of expected.kpiSeries) {
      const found = record?.series.find((s) => plain(s.name) === plain(series.name))
      tally.say('series', `${series.name} unit`, series.unit, found?.unit)
      tally.say('series', series.name, Object.values(series.values).join('/'), found?.points.map((p) => p.raw).join('/'))
    }
    for (const road of expected.roadmap) {
      const node = record?.nodes.find((n) => plain(n.number) === plain(road.pillar))
      const steps = record?.roadmap.filter((r) => r.node === node?.id) ?? []
      tally.say('roadmap', road.title, road.entries.length, steps.length)
      for (const [i, entry] of road.entries.entries()) {
        tally.say('step', entry.text, entry.text, steps[i]?.text)
        tally.say('step', `${entry.text} month`, entry.month ?? '', steps[i]?.month ?? '')
      }
      for (const kpi of road.kpis) {
        const found = record?.indicators.find((i) => plain(i.name) === plain(kpi.name))
        tally.say('kpi', kpi.name, kpi.values.join('/'), [found?.baseline?.raw, ...(found?.targets ?? []).map((t) => t.raw)].join('/'))
      }
    }
    expect([...tally.wrong, ...tally.missing]).toEqual([])
  })

  it('重点プロジェクトと具体例', () => {
    const tally = new Tally()
    for (const project of expected.projects) {
      const found = record?.initiatives.find((i) => plain(i.title) === plain(project.title))
      tally.say('project', project.title, project.points.join(''), found?.description)
      for (const [i, example] of project.examples.entries()) {
        tally.say('example', example.title, example.title, found?.parts[i]?.title)
        tally.say('example', `${example.title} text`, example.text, found?.parts[i]?.description)
      }
      const steps = found?.parts.flatMap((p) => p.activities.map((a) => a.name)) ?? []
      tally.say('steps', project.title, (project.steps ?? []).join('/'), steps.join('/'))
    }
    expect([...tally.wrong, ...tally.missing]).toEqual([])
  })

  it('組織改正', () => {
    const missing = (expected?.orgChanges ?? []).flatMap((said: Expected) => {
      const found = record?.organizationChanges.find((c) => c.number === String(said.number))
      return found ? missingIn(said, found) : [`改正 ${said.number}`]
    })
    expect(missing).toEqual([])
    expect(record?.organizationChanges).toHaveLength(8)
  })

  const missingIn = (said: Expected, found: OrganizationChange): string[] => {
    const has = (kind: string, from: string[], to: string[], what?: string): boolean =>
      found.changes.some(
        (c) =>
          c.kind === kind &&
          from.every((u) => c.from.includes(u)) &&
          to.every((u) => c.to.includes(u)) &&
          (!what || plain(c.what) === plain(what)),
      )
    const want: [string, boolean][] = [
      ['department', found.department === said.department],
      ...said.text.map((t): [string, boolean] => [t, plain(found.text).includes(plain(t))]),
      ...said.newUnits.map((u): [string, boolean] => [`新設 ${u}`, has('新設', [], [u])]),
      ...said.abolishedUnits.map((u): [string, boolean] => [`廃止 ${u}`, has('廃止', [u], [])]),
      ...(said.impliedAbolished ?? []).map((u): [string, boolean] => [
        `廃止? ${u}`,
        found.changes.some((c) => c.guessed && c.from.includes(u)),
      ]),
      ...said.merged.map((m): [string, boolean] => [`統合 ${m.from}`, has('統合', list(m.from), list(m.to))]),
      ...said.transfers.map((m): [string, boolean] => [`移管 ${m.what}`, has('移管', list(m.from), list(m.to), m.what)]),
      ...said.reorganised.map((m): [string, boolean] => [`再編 ${m.from}`, has('再編', list(m.from), list(m.to))]),
    ]
    return want.filter(([, held]) => !held).map(([what]) => `改正 ${said.number} ${what}`)
  }

  it('「構造改革に関すること」は章として読まれる', () => {
    const missing = expected.reformDuties.flatMap((duty: { number: number; title: string; texts: string[] }) => {
      const chapter = record?.chapters.find((c) => plain(c.heading) === plain(`${duty.number}${duty.title}`))
      return duty.texts.flatMap((text) => holds(duty.title, text, [chapter?.text]))
    })
    expect(missing).toEqual([])
  })

  it('未読は施設の表を除いて5%までで、施設の表からは何も作らない', () => {
    const facilities = record?.unread.filter((u) => /^line 5[67]\d$/.test(u.at)) ?? []
    const length = facilities.reduce((sum, u) => sum + u.text.replace(/\s/g, '').length, 0)
    const { characters, fields, prose, boilerplate, unread } = record?.accounting ?? {
      characters: 1,
      fields: 0,
      prose: 0,
      boilerplate: 0,
      unread: 0,
    }
    expect(fields + prose + boilerplate + unread).toBe(characters)
    expect((unread - length) / characters).toBeLessThanOrEqual(0.05)
    expect(JSON.stringify([record?.initiatives, record?.nodes, record?.indicators])).not.toMatch(/集約化|民有化/)
  })
})
