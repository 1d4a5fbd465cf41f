import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readReform } from '../../src/workflows/read-reform.ts'
import { differences } from './compare.ts'
import { missingSentences } from './compare-sentences.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const documents = readdirSync(folder).filter((name) => /\.(txt|csv|xlsx)$/.test(name))

describe('例の文書は、隣に書いたとおりに読める', () => {
  it.each(documents)('%s', async (name) => {
    const read = await readReform({ name, bytes: readFileSync(`${folder}${name}`) })
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const expected = JSON.parse(readFileSync(`${folder}${name.replace(/\.\w+$/, '.expected.json')}`, 'utf8'))
    expect([...differences(read.value.document, expected), ...missingSentences(read.value.document, expected)]).toEqual([])
  })

  it.each(documents)('%s：内訳の合計は文字数に等しい', async (name) => {
    const read = await readReform({ name, bytes: readFileSync(`${folder}${name}`) })
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const { characters, fields, prose, boilerplate, unread } = read.value.document.accounting
    expect(fields + prose + boilerplate + unread).toBe(characters)
  })
})
