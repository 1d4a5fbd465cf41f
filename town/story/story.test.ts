import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { DocumentRecord, Initiative } from '../../src/reform/record.ts'
import { readReform } from '../../src/workflows/read-reform.ts'
import { effectsOfInitiatives, initiatives, pillars } from './plan.ts'
import { files } from './story.ts'

const read = async (part: string): Promise<DocumentRecord> => {
  const file = files.find((name) => name.includes(part)) as string
  const done = await readReform({ name: 'x', bytes: readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url))) })
  if (!done.ok) throw new Error(`${file}：${JSON.stringify(done.problem)}`)
  return done.value.document
}
const plain = (text: string | null | undefined) => (text ?? '').normalize('NFKC').replace(/\s+/g, '')
const named = (record: DocumentRecord, title: string): Initiative => {
  const found = record.initiatives.filter((one) => plain(one.title) === plain(title))
  expect(found, title).toHaveLength(1)
  return found[0] as Initiative
}
const sectionsOf = (one: Initiative) =>
  [...new Set([...one.sections, ...one.parts.flatMap((part) => part.sections)].map((section) => section.name))].sort()
const themeOf = (number: string) => pillars.flatMap((p) => p.themes).find((t) => t.initiatives.some((it) => it.number === number))

describe.each([
  { year: 2023, file: 'story/02-' },
  { year: 2024, file: 'story/03-' },
] as const)('$year 年度の取組状況', ({ year, file }) => {
  it('28の取組が、所管課・推進項目・取組状況・課題とともに読める', async () => {
    const record = await read(file)
    expect(record.fiscalYear).toBe(year)
    expect(record.initiatives).toHaveLength(28)
    for (const told of initiatives) {
      const one = named(record, told.title)
      expect(sectionsOf(one), told.title).toEqual(told.sections.split('、').sort())
      expect(record.nodes.find((node) => node.id === one.node)?.title, told.title).toBe(themeOf(told.number)?.title)
      const report = one.reports.find((r) => r.fiscalYear === year)
      expect(plain(report?.progress), told.title).toBe(plain(told.reports[year].progress))
      expect(plain(report?.issues), told.title).toBe(plain(told.reports[year].issues))
      expect(
        one.evaluations.map((e) => e.raw),
        told.title,
      ).toContain(told.reports[year].mark)
    }
  })
  it('基本方針は3つ、推進項目は7つ', async () => {
    expect((await read(file)).nodes).toHaveLength(10)
  })
})

it('取組別の効果額が、年度ごとに読める', async () => {
  const { effects } = await read('story/03-')
  for (const [title, before, now] of effectsOfInitiatives.flatMap(([, rows]) => rows))
    for (const [year, thousand] of [
      [2023, before],
      [2024, now],
    ])
      expect(effects.find((e) => plain(e.scope) === plain(String(title)) && e.fiscalYear === year)?.amountYen, `${title} ${year}`).toBe(
        Number(thousand) * 1000,
      )
})

describe('様式', () => {
  it.each(initiatives.filter((it) => it.form))('$number $title', async (told) => {
    const form = told.form as NonNullable<typeof told.form>
    const record = await read(form.file)
    expect(record.initiatives).toHaveLength(1)
    const one = named(record, told.title)
    expect(plain(one.goal ?? one.parts[0]?.goal)).toBe(plain(form.goal))
    expect(one.marks.map((mark) => mark.on)).toEqual(form.marks)
    expect(one.parts.flatMap((part) => part.activities).map((a) => a.name)).toEqual(form.activities.map(([name]) => name))
    for (const year of [2023, 2024] as const)
      expect(plain(one.reports.find((r) => r.fiscalYear === year)?.progress)).toBe(plain(told.reports[year].progress))
    expect(record.indicators.map((i) => i.name)).toEqual(form.indicators.map((i) => i.name))
    for (const [nth, indicator] of form.indicators.entries()) {
      const found = record.indicators[nth]
      expect(found?.targets.map((t) => plain(t.raw))).toEqual(indicator.targets.map((t) => plain(String(t))))
      expect(found?.targets.map((t) => t.fiscalYear)).toEqual([2023, 2024, 2025, 2026, 2027])
      expect(found?.actuals.map((a) => [a.fiscalYear, Number(a.value)])).toEqual(
        indicator.actuals.map((a, year) => [2023 + year, Number(String(a).replaceAll(',', ''))]),
      )
    }
  })
})

describe('後期の見直し', () => {
  it('28の取組の行き先と3つの新規の取組が読める', async () => {
    const { lineage } = await read('story/05-')
    expect(lineage.flatMap((l) => l.from.map((f) => f.title)).sort()).toEqual(initiatives.map((it) => it.title).sort())
    expect(lineage.filter((l) => l.from.length === 0).map((l) => l.to[0]?.title)).toEqual([
      '業務プロセスの再設計',
      '学び直しの支援',
      '公共施設の照明のLED化',
    ])
  })
  it('効果額は、計画策定時と後期策定時に、3つの基本方針の5年度ぶん', async () => {
    const { effects } = await read('story/05-')
    expect(effects.filter((e) => !/合計/.test(e.scope))).toHaveLength(30)
    expect(effects.find((e) => e.estimate === '後期策定時' && e.fiscalYear === 2023 && e.scope.startsWith('1'))).toMatchObject({
      amountYen: -5_120_000,
      status: '実績',
    })
  })
})

it('組織改正は3件で、資産経営課には前身が二つある', async () => {
  const { organizationChanges } = await read('story/07-')
  expect(organizationChanges).toHaveLength(3)
  const changes = organizationChanges.flatMap((one) => one.changes)
  expect(changes.find((c) => c.to.includes('資産経営課'))?.from.toSorted()).toEqual(['公共施設課', '管財課'].toSorted())
})

it('合わない検算は、わざと入れた二つだけ', async () => {
  const fails: string[] = []
  for (const file of files)
    for (const check of (await read(file)).checks) if (check.verdict === 'fails') fails.push(`${check.stated} ${check.message}`)
  expect(fails.filter((text) => /98,?030/.test(text)).length).toBeGreaterThan(0)
  expect(fails.filter((text) => /28\.5/.test(text)).length).toBe(2)
  expect(fails.filter((text) => !/98,?030|98,?300|507,?615|28\.5/.test(text))).toEqual([])
})
