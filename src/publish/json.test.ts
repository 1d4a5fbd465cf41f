import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DocumentRecord, emptyRecord } from '../reform/record.ts'
import { anEdition } from '../report/test-edition.ts'
import { aFullRecord } from '../report/test-record.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { editionShape } from './edition-shape.ts'
import { printEdition, printRecord } from './json.ts'
import { notARecordText, parseEdition, parseRecord } from './json-reading.ts'
import { schemaFile } from './json-schema.ts'
import { documentShape } from './record-shape.ts'

const schemas = {
  'kaikaku-1': schemaFile(documentShape, 'kaikaku-1.schema.json'),
  'kaikaku-edition-1': schemaFile(editionShape, 'kaikaku-edition-1.schema.json'),
}

const aDocument = (said: Partial<DocumentRecord> = {}): DocumentRecord => ({
  format: 'kaikaku/1',
  document: { name: '取組状況.xlsx', sha256: '0'.repeat(64), kind: 'xlsx', layouts: ['progress-list'] },
  ...emptyRecord(),
  checks: [{ kind: '合計', verdict: 'holds', stated: '3', computed: '3', message: '合う', at: ['一覧!B2'] }],
  unread: [{ at: '一覧!A9', text: '欄外' }],
  accounting: { characters: 10, fields: 8, prose: 0, boilerplate: 0, unread: 2 },
  guesses: ['/indicators/0/direction'],
  at: { '/indicators/0/name': ['一覧!C3'] },
  ...said,
})

describe('記録の JSON', () => {
  it('文書の記録を読み戻すと、値も桁も推定の印も同じ', () => {
    const record = aDocument(aFullRecord())
    expect(parseRecord(printRecord(record, { places: true }))).toEqual({ ok: true, value: record })
  })

  it('場所は頼まれたときだけ書く', () => {
    expect(printRecord(aDocument(), { places: false })).not.toContain('一覧!C3')
    expect(parseRecord(printRecord(aDocument(), { places: false }))).toMatchObject({ ok: true, value: { at: {} } })
  })

  it('一行で、DESIGN の順の欄で、言わないことは null', () => {
    const printed = printRecord(aDocument({ ...aFullRecord() }), { places: true })
    expect(printed).not.toContain('\n')
    const read = JSON.parse(printed)
    expect(Object.keys(read).slice(0, 8)).toEqual([
      'format',
      'document',
      'municipality',
      'fiscalYear',
      'plans',
      'chapters',
      'nodes',
      'initiatives',
    ])
    expect(Object.keys(read).slice(-6)).toEqual(['glossary', 'checks', 'unread', 'accounting', 'guesses', 'at'])
    expect(JSON.parse(printRecord(aDocument(), { places: false })).municipality).toEqual({ code: null, name: null })
  })

  it('数は印刷された桁のまま書く', () => {
    const points = ['100.0', '-0.50', '007', '12345678901234567890.5'].map((value) => ({
      at: 'R6',
      value: value as Decimal,
      answer: 'number' as const,
      raw: value,
      status: null,
    }))
    const series = [{ name: '職員数', unit: '人', breakdown: null, thresholds: {}, points }]
    const printed = printRecord(aDocument({ series }), { places: false })
    expect([...printed.matchAll(/"value":([^,]+)/g)].map((m) => m[1])).toEqual(['100.0', '-0.50', '7', '12345678901234567890.5'])
  })

  it('どんな文字も行きと帰りで変わらない', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (term) => {
        const record = aDocument({ glossary: [{ term, definition: term }] })
        const read = parseRecord(printRecord(record, { places: true }))
        expect(read.ok && read.value.glossary).toEqual(record.glossary)
      }),
    )
  })

  it('公表版を読み戻すと同じ', () => {
    expect(parseEdition(printEdition(anEdition()))).toEqual({ ok: true, value: anEdition() })
  })
})

describe('よそから来た JSON', () => {
  it('欠けた欄は null か空、知らない欄は無いものとする', () => {
    const json =
      '{"format":"kaikaku/1","document":{"name":"a","sha256":"b","kind":"csv"},"nodes":[{"id":"n","title":"柱","colour":"red"}],"__proto__":{"x":1}}'
    const read = parseRecord(json)
    expect(read.ok && read.value.nodes).toEqual([{ id: 'n', plan: null, parent: null, level: null, number: null, title: '柱', text: null }])
    expect(read.ok && Object.keys(read.value)).toEqual(Object.keys(aDocument()))
  })

  it('指数で書かれた数も読む', () => {
    const json =
      '{"format":"kaikaku/1","document":{"name":"a","sha256":"b","kind":"csv"},"series":[{"name":"s","points":[{"at":"R6","value":1.5e3,"answer":"number","raw":""}]}]}'
    const read = parseRecord(json)
    expect(read.ok && read.value.series[0]?.points[0]?.value).toBe('1500')
  })

  const document = '"document":{"name":"a","sha256":"b","kind":"csv"}'
  it.each([
    { title: '途中で切れた JSON', json: '{"format":', says: 'JSON として' },
    { title: '記録でない JSON', json: '[1]', says: '文書の記録' },
    { title: '別の形式', json: `{"format":"kaikaku/2",${document}}`, says: '「形式」（/format）' },
    {
      title: '名のない取組',
      json: `{"format":"kaikaku/1",${document},"initiatives":[{"id":"a"}]}`,
      says: '「取組名」（/initiatives/0/title）',
    },
    { title: '数であるべき所の文字', json: `{"format":"kaikaku/1",${document},"fiscalYear":"令和6年度"}`, says: '整数が必要' },
    {
      title: '知らない判定',
      json: `{"format":"kaikaku/1",${document},"checks":[{"kind":"合計","verdict":"ok","message":""}]}`,
      says: '「holds」',
    },
  ])('$title は、どこが違うかを言って断る', ({ json, says }) => {
    const read = parseRecord(json)
    expect(read.ok || notARecordText(read.problem)).toContain(says)
  })
})

describe('JSON スキーマ', () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  const validate = { record: ajv.compile(schemas['kaikaku-1']), edition: ajv.compile(schemas['kaikaku-edition-1']) }

  it.each(['kaikaku-1', 'kaikaku-edition-1'] as const)('schema/%s.schema.json は書き出しの形と同じ', async (name) => {
    await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}.schema.json`)
  })

  it('書き出した記録と公表版は、スキーマに合う', () => {
    expect(validate.record(JSON.parse(printRecord(aDocument(aFullRecord()), { places: true }))) || validate.record.errors).toBe(true)
    expect(validate.edition(JSON.parse(printEdition(anEdition()))) || validate.edition.errors).toBe(true)
  })

  it('違う値、欠けた名前は、スキーマに合わない', () => {
    const read = JSON.parse(printRecord(aDocument(aFullRecord()), { places: false }))
    read.indicators[0].targets[0].answer = 'maybe'
    delete read.initiatives[0].title
    read.effects[0].amountYen = '12'
    expect(validate.record(read)).toBe(false)
    expect(validate.record.errors?.map((e) => e.instancePath).sort()).toEqual([
      '/effects/0/amountYen',
      '/indicators/0/targets/0/answer',
      '/initiatives/0',
    ])
  })
})
