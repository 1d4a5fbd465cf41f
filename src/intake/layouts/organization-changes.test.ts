import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'
import { listedChanges } from './organization-changes/list.ts'
import { changesIn } from './organization-changes/sentences.ts'

const read = (...lines: string[]): DocumentRecord =>
  understand({ name: 'あおば市.txt', sha256: '', kind: 'txt', pages: readText(lines.join('\n')), characters: 0 })

/** «再編 総務課+人事課→総務人事課» (? marks a guess, 〔〕 what is moved) */
const short = (changes: ReturnType<typeof changesIn>): string[] =>
  changes.map((c) => `${c.kind}${c.guessed ? '?' : ''} ${c.from.join('+')}→${c.to.join('+')}${c.what ? `〔${c.what}〕` : ''}`)

describe('文から読む組織の変更', () => {
  it.each([
    {
      text: '「総務課」及び「人事課」を再編し「総務人事課」及び「職員課」を新設する。',
      says: ['再編 総務課+人事課→総務人事課+職員課', '新設 →総務人事課+職員課', '廃止? 総務課→', '廃止? 人事課→'],
    },
    {
      text: '体制を整えるため、「改革担当」の体制を拡充強化し、「改革推進課」を新設する。',
      says: ['再編 改革担当→改革推進課〔体制を拡充強化〕', '新設 →改革推進課'],
    },
    { text: '「市民課」の受付係と「税務課」を統合し、「窓口課」を新設する。', says: ['統合 市民課+税務課→窓口課', '新設 →窓口課'] },
    {
      text: '「情報課」が所掌する各業務を「改革課」など関連部署に移管し、「情報課」は廃止する。',
      says: ['移管 情報課→改革課〔各業務〕', '廃止 情報課→'],
    },
    {
      text: '「高齢課」を廃止し、業務を「介護課」に移管します。',
      says: ['移管 高齢課→介護課〔業務〕', '廃止 高齢課→'],
    },
    {
      text: '本部事務局は「改革課」が所掌することとし、「参与（改革担当）」は廃止する。',
      says: ['移管 →改革課〔本部事務局〕', '廃止 参与（改革担当）→'],
    },
    { text: '「財政担当」は、道筋が得られたことに伴い、簡素化の観点から「財政課」へ統合する。', says: ['統合 財政担当→財政課'] },
    {
      text: '「職員課」においては、「人事課」が所掌する給与に関する業務に加え、「研修担当」が所掌する研修に関する業務を所掌し、育成に取り組む。',
      says: ['移管 人事課→職員課〔給与に関する業務〕', '移管 研修担当→職員課〔研修に関する業務〕'],
    },
    {
      text: '「地域課」の係体制を見直し、山間部を担う「山間係」と、自治会を担う「協働係」に再編する。',
      says: ['再編 地域課→山間係+協働係〔係体制〕'],
    },
    {
      text: '「農地課」が担っている用水に関する業務と、「林務課」が担っている林道に関する業務を一元的に集約した「農林土木課」を新設する。',
      says: ['移管 農地課→農林土木課〔用水に関する業務〕', '移管 林務課→農林土木課〔林道に関する業務〕', '新設 →農林土木課'],
    },
    {
      text: '「対策グループ」が所掌する業務を「感染症グループ」に統合し、「感染症係」を設置するとともに「接種グループ」を「予防係」に改称する。',
      says: ['統合 対策グループ→感染症グループ〔業務〕', '新設 →感染症係', '改称 接種グループ→予防係'],
    },
    { text: '柔軟なグループ制から指揮命令の明確な係制に見直す。', says: ['再編 グループ制→係制'] },
    { text: '「商工観光課」を「商工課」と「観光課」に分割する。', says: ['分割 商工観光課→商工課+観光課'] },
    { text: '「水産課」の名称を「水産振興課」に変更する。', says: ['改称 水産課→水産振興課'] },
    {
      text: '総務課と人事課を統合し、総務人事課を新設します。',
      says: ['統合 総務課+人事課→総務人事課', '新設 →総務人事課', '廃止? 総務課→', '廃止? 人事課→'],
    },
    { text: '企画課を「企画政策課」に改称する。', says: ['改称 企画課→企画政策課'] },
    { text: '福祉課の介護係を介護保険課に移管します。', says: ['移管 福祉課→介護保険課〔介護係〕'] },
    { text: '財政課内にふるさと納税推進室を設置します。', says: [] },
    { text: '「選ばれる農業」を実現するため、窓口を新設する。', says: [] },
    { text: '「総務課」においては、引き続き適正な管理に努める。', says: [] },
  ])('$text', ({ text, says }) => {
    expect(short(changesIn(text))).toEqual(says)
  })

  it('理由は変更の前の節から採る', () => {
    expect(changesIn('業務改革を本格化させるため、「情報課」を「改革課」に改称する。')[0]?.reason).toBe('業務改革を本格化させるため')
  })
})

describe('箇条書きの組織改正', () => {
  it.each([
    { text: '課の新設　政策統計課、広報課', says: ['新設 →政策統計課', '新設 →広報課'] },
    { text: '【名称変更】企画課 → 企画政策課', says: ['改称 企画課→企画政策課'] },
    { text: '・企画課→企画政策課（名称変更）', says: ['改称 企画課→企画政策課'] },
    { text: '廃止：市史編さん室', says: ['廃止 市史編さん室→'] },
    { text: '新設した施設を公開する', says: [] },
  ])('$text', ({ text, says }) => {
    expect(short(listedChanges(text))).toEqual(says)
  })
})

describe('組織改正の範囲', () => {
  it('「機構改革」の下の箇条書きも組織改正', () => {
    const { organizationChanges } = read(
      '機構改革（令和7年10月1日）',
      '・「農林課」の名称を「農林水産課」に変更する。',
      '・「水道課」を廃止する。',
    )
    expect(organizationChanges.map(({ effective, changes }) => [effective, ...short(changes)])).toEqual([
      ['2025-10-01', '改称 農林課→農林水産課', '廃止 水道課→'],
    ])
  })

  it('見出しの年度が施行の時点、番号ごとに一つの改正になる', () => {
    const record = read(
      '令和6年度行政組織の改正について',
      '',
      '1. 総務部改革課の新設',
      '- 「行革担当」を再編し「改革課」を新設する。',
      '現行',
      '改正後',
      '2. 消防本部総務課の係体制の見直し',
      '- 「育成係」を新設する。',
      '2. 消防本部総務課の係体制の見直し',
    )
    expect(record.organizationChanges).toMatchObject([
      { number: '1', department: '総務部', effective: '2024' },
      { number: '2', department: '消防本部', effective: '2024', changes: [{ kind: '新設', to: ['育成係'] }] },
    ])
    expect(record.organizationChanges[0]?.text).toBe('総務部改革課の新設\n「行革担当」を再編し「改革課」を新設する。')
    expect(record.accounting.unread).toBe(0)
  })

  it('新旧の表では、書かれていない種別を数から推測する', () => {
    const record = read(
      '組織機構の改正',
      '現行\t改正後\t内容',
      '総務課\t総務課\t',
      '企画課、広報課\t企画広報課\t',
      '税務課\t課税課\t名称変更',
      '\t改革課\t新設',
    )
    expect(short(record.organizationChanges.flatMap((c) => c.changes))).toEqual([
      '統合? 企画課+広報課→企画広報課',
      '改称 税務課→課税課',
      '新設 →改革課',
    ])
  })

  it('種別の見出しの下に並ぶ名を、その種別の変更として読む', () => {
    const record = read(
      '# 令和5年度 組織改正',
      '## 新設する組織',
      '- 改革課（総務部）',
      '- こどもセンター（福祉部）',
      '## 名称を変更する組織',
      '- 企画課 → 企画政策課',
    )
    expect(record.organizationChanges.map((c) => short(c.changes))).toEqual([
      ['新設 →改革課', '新設 →こどもセンター'],
      ['改称 企画課→企画政策課'],
    ])
  })

  it('部の見出しの下の項目はその部の改正、文が読めなければ見出しから読む', () => {
    const record = read(
      '令和６年４月１日付け組織改正の概要',
      '１　基本的な考え方',
      '簡素な組織とします。',
      '２　主な内容',
      '（１）総務部',
      'ア　改革課の新設',
      '「行革係」を再編し、「改革課」を新設します。',
      'イ　ふるさと納税推進室の設置',
      '財政課内に置きます。',
    )
    expect(record.organizationChanges).toMatchObject([
      { number: 'ア', department: '総務部', effective: '2024-04-01' },
      { number: 'イ', department: '総務部', changes: [{ kind: '新設', to: ['ふるさと納税推進室'] }] },
    ])
    expect(record.initiatives).toEqual([])
  })

  it('「組織の見直し」という取組を組織改正と取り違えない', () => {
    const record = read('１ 身軽な市役所', '① 組織の見直し', '組織の統廃合を進めます。', '② 会議の削減', '会議を減らします。')
    expect(record.organizationChanges).toEqual([])
    expect(record.initiatives).toHaveLength(2)
  })
})
