import type { OutlookEdition, Row } from './outlook.ts'
import { across, down, type Said, sheet, shown } from './sheet.ts'

const sums = (rows: readonly Row[]): number[] =>
  (rows[0]?.cells ?? []).map((_, nth) =>
    rows.filter(({ under }) => under === undefined).reduce((sum, row) => sum + (row.cells[nth] ?? 0), 0),
  )
const years = ({ from }: OutlookEdition): number[] => [0, 1, 2, 3, 4].map((nth) => from + nth)
const reiwa = (year: number): string => `令和${year - 2018}年度`
const name = ({ name: said, under }: Row): string => (under ? `　　${said}` : `　${said}`)

/** 令和5年度の見通し — merged groups down the left, years in words, a column of thresholds, negatives as ▲. */
export function outlookSheet(edition: OutlookEdition) {
  const yen = (value: number) => shown('#,##0;"▲"#,##0', value)
  const rows: Said[][] = [
    [across(8, edition.title)],
    [across(8, `${reiwa(edition.from)}～${reiwa(edition.from + 4)}　一般会計`)],
    [across(8, '令和5年9月29日　財政課')],
    [across(8, '（単位：百万円）')],
    [across(2, '区　分'), ...years(edition).map(reiwa), '基準・目安'],
  ]
  const group = (title: string, lines: readonly Row[], total?: string) => {
    const height = lines.length + (total ? 1 : 0)
    lines.forEach((line, nth) => {
      rows.push([...(nth === 0 ? [down(height, title)] : []), name(line), ...line.cells.map(yen), limitOf(line)])
    })
    if (total) rows.push([total, ...sums(lines).map(yen), null])
  }
  group('歳　入', edition.revenue, '歳入合計（A）')
  group('歳　出', edition.expenditure, '歳出合計（B）')
  rows.push([across(2, '収支（A－B）'), ...balances(edition).map(yen), null])
  group('基金残高', edition.funds)
  rows.push([across(2, '市債残高'), ...(edition.debt[0]?.cells ?? []).map(yen), null])
  rows.push([across(2, '標準財政規模'), ...edition.size.map(yen), null])
  edition.ratios.forEach((ratio, nth) => {
    const first = nth === 0 ? [down(edition.ratios.length, '財政指標')] : []
    rows.push([...first, `　${ratio.name}（％）`, ...ratio.cells.map((cell) => shown('0.0', Number(cell))), ratio.threshold])
  })
  rows.push([across(8, edition.note)])
  return sheet('見通し', rows, [10, 26, 13, 13, 13, 13, 13, 26])
}

const limitOf = ({ name: said }: Row): string | null => (said === '財政調整基金残高' ? '目安 標準財政規模の10％以上' : null)
const balances = ({ revenue, expenditure }: OutlookEdition): number[] =>
  sums(revenue).map((value, nth) => value - (sums(expenditure)[nth] ?? 0))

/** 令和6年度の見通し — the CSV of another year's clerk: short years, headings between the rows, thousands with commas, △. */
export function outlookCsv(edition: OutlookEdition): string[][] {
  const yen = (value: number) => `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`
  const line = (said: string, cells: readonly (string | number)[], limit = '') => [
    said,
    ...cells.map((cell) => (typeof cell === 'number' ? yen(cell) : cell)),
    limit,
  ]
  const heading = (said: string) => [said, '', '', '', '', '', '']
  return [
    heading(edition.title),
    heading(`期間：R${edition.from - 2018}～R${edition.from - 2014}`),
    heading('令和6年9月30日 財政課作成'),
    ['区分（単位：百万円）', ...years(edition).map((year) => `R${year - 2018}`), '目安'],
    heading('【歳入】'),
    ...edition.revenue.map((row) => line(name(row).slice(1), row.cells)),
    line('歳入合計', sums(edition.revenue)),
    heading('【歳出】'),
    ...edition.expenditure.map((row) => line(name(row).slice(1), row.cells)),
    line('歳出合計', sums(edition.expenditure)),
    line('歳入歳出差引', balances(edition)),
    heading('【基金】'),
    ...edition.funds.map((row) => line(row.name, row.cells, limitOf(row) ?? '')),
    heading('【市債】'),
    ...edition.debt.map((row) => line(row.name, row.cells)),
    line('標準財政規模', edition.size),
    heading('【財政指標】'),
    ...edition.ratios.map((ratio) => line(`${ratio.name}（％）`, ratio.cells, ratio.threshold)),
    heading(edition.note),
  ]
}
