import { describe, expect, it } from 'vitest'
import { readSections } from './sections.ts'

const told = (text: string): string[] =>
  readSections(text).map((s) => `${s.name}${s.office ? `<${s.office}>` : ''}${s.role ? `[${s.role}]` : ''}`)

describe('所管課', () => {
  it.each([
    ['教育部　生涯学習課', ['教育部 生涯学習課']],
    ['教育委員会事務局 学校教育課', ['教育委員会事務局 学校教育課']],
    ['総務部 職員課、財務部 管財課', ['総務部 職員課', '財務部 管財課']],
    ['総務部\n総務課', ['総務部 総務課']],
    ['企画政策部 行政経営課 行政改革係', ['企画政策部 行政経営課<行政改革係>']],
    ['会計課 納税課・国保年金課', ['会計課', '納税課', '国保年金課']],
    ['議会事務局 総務課', ['議会事務局', '総務課']],
    ['建設部・都市整備部', ['建設部', '都市整備部']],
    ['財政課（関係課：施設所管課、総務課）', ['財政課', '施設所管課[related]', '総務課[related]']],
    ['D X 推進課', ['D X 推進課']],
  ])('%j', (text, says) => {
    expect(told(text)).toEqual(says)
  })
})
