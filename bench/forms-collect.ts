import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { formNumberOf } from '../src/forms/form-number.ts'
import { readForms } from '../src/forms/read-forms.ts'
import { settleForm } from '../src/forms/settle-form.ts'
import { writeForms } from '../src/forms/write-forms.ts'
import type { RoundItemId } from '../src/reform/round.ts'
import { anId } from '../town/story/builders.ts'
import { aContent, anItem, aRound, aSheet } from '../town/story/round-builders.ts'

/** 百の課のブック — three forms each, filled in as a section fills them; and our consolidation of them into one workbook. */
const [mode, folder = '', result = ''] = process.argv.slice(2)
const SECTIONS = 100
const FORMS = 3

const [indicator] = aSheet().indicators
const INDICATORS = ['オンライン申請の件数', '窓口の待ち時間', '利用者の満足度'].map((name, nth) => ({
  ...indicator,
  id: anId(`indicator-${nth}`),
  name,
}))
const sheet = aSheet({ indicators: INDICATORS as never, description: '市民が窓口に来なくても申請できるようにする。'.repeat(4) })

async function make(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (let section = 0; section < SECTIONS; section += 1) {
    const forms = Array.from({ length: FORMS }, (_, nth) => {
      const serial = section * FORMS + nth
      const content = aContent({
        progress: `${serial}：対象手続を20件に広げ、案内を行った。`.repeat(5),
        actuals: INDICATORS.map(({ id }, at) => ({ indicator: id, raw: String(serial * 10 + at), status: '実績' })),
      })
      const item = anItem({ id: `item-${serial}` as RoundItemId, section: `第${section}課`, sheet, content })
      return { number: formNumberOf(2024, serial), round: aRound(), municipality: { code: '999999', name: 'あおば市' }, item }
    })
    writeFileSync(join(folder, `${String(section).padStart(3, '0')}.xlsx`), await writeForms(forms, 'sheets'))
  }
}

async function collect(): Promise<void> {
  const rows: string[][] = []
  for (const name of readdirSync(folder)) {
    const read = await readForms(new Uint8Array(readFileSync(join(folder, name))))
    if (!read.ok) throw new Error(`${name} ${read.problem.kind}`)
    for (const one of read.value) {
      const { number, seen, content, problems } = settleForm(one, sheet)
      if (problems.length > 0) throw new Error(`${name} ${JSON.stringify(problems)}`)
      const figures = content.actuals.flatMap(({ raw, status }) => [raw, status ?? ''])
      rows.push([name, number ?? '', seen.title ?? '', seen.section ?? '', content.progress, content.issues, content.revision, ...figures])
    }
  }
  writeFileSync(result, await writeXlsx({ sheets: [{ name: '集約', rows }] }))
  process.stdout.write(JSON.stringify({ forms: rows.length, megabytes: process.resourceUsage().maxRSS / 1024 }))
}

await (mode === 'make' ? make() : collect())
process.exit(0)
