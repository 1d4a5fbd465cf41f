import { effectsOfInitiatives, initiatives, PLAN_TITLE, pillars } from './plan.ts'
import { across, down, type Said, sheet, shown } from './sheet.ts'

/** 令和5年度取組状況 — a list for the web: title lines above the header, the pillar and theme only where they begin. */
export function listOf2023(): string[][] {
  const header = ['基本方針', '推進項目', '番号', '取組名', '取組の概要', '担当課', '令和5年度の取組状況', '進捗区分', '今後の課題・方向性']
  const blank = header.map(() => '')
  const title = (text: string) => [text, ...blank.slice(1)]
  const rows = pillars.flatMap((pillar) =>
    pillar.themes.flatMap((theme, nth) =>
      theme.initiatives.map((it, place) => [
        nth === 0 && place === 0 ? `${pillar.number} ${pillar.title}` : '',
        place === 0 ? `${theme.number} ${theme.title}` : '',
        it.number,
        it.title,
        it.description,
        it.sections,
        it.reports[2023].progress,
        it.reports[2023].mark,
        it.reports[2023].issues,
      ]),
    ),
  )
  return [title(PLAN_TITLE), title('令和5年度 取組状況一覧（令和6年3月31日現在）'), blank, header, ...rows]
}

/** 令和6年度取組状況 — the same list a year later: another order of columns, other words, pillars and themes merged. */
export function listOf2024() {
  const rows: Said[][] = [
    [across(8, 'あおば市行財政改革推進プラン２０２３－２０２７')],
    [across(8, '令和６年度　取組状況一覧')],
    [across(8, '令和7年3月31日現在　行政改革課')],
    ['基本方針', '推進項目', '番号', '取組名', '所管課', '令和6年度の取組状況', '進捗', '今後の課題・方向性'],
  ]
  for (const pillar of pillars) {
    const height = pillar.themes.reduce((sum, theme) => sum + theme.initiatives.length, 0)
    pillar.themes.forEach((theme, nth) => {
      theme.initiatives.forEach((it, place) => {
        const report = it.reports[2024]
        rows.push([
          ...(nth === 0 && place === 0 ? [down(height, `基本方針${pillar.number}　${pillar.title}`)] : []),
          ...(place === 0 ? [down(theme.initiatives.length, `${theme.number}　${theme.title}`)] : []),
          it.number,
          it.title,
          it.sections.replace('、', '\n'),
          report.progress,
          report.mark,
          report.issues,
        ])
      })
    })
  }
  rows.push([
    across(8, '※進捗　順調：計画どおり又は計画を上回る　概ね順調：一部に遅れがある　遅れ：計画から遅れている　完了：目的を達して終えた'),
  ])
  return sheet('取組状況', rows, [22, 20, 8, 26, 16, 48, 10, 36])
}

/** 取組別の効果額 — the second sheet of the list, with a sum for each pillar and one for all. */
export function effectsOf2024() {
  const yen = (thousand: number) => shown('#,##0;"▲"#,##0', thousand)
  const sums = (rows: [string, number, number][]) => [1, 2].map((year) => rows.reduce((sum, row) => sum + Number(row[year]), 0))
  const sectionsOf = (title: string) => initiatives.find((it) => it.title === title)?.sections ?? null
  const rows: Said[][] = [
    [across(5, '取組別の効果額（実績）')],
    [across(5, '（単位：千円）')],
    ['基本方針', '取組名', '所管課', '令和5年度実績', '令和6年度実績'],
  ]
  for (const [number, effects] of effectsOfInitiatives) {
    const pillar = pillars.find((it) => it.number === number)
    effects.forEach(([title, before, now], place) => {
      const first = place === 0 ? [down(effects.length + 1, `${number}　${pillar?.title}`)] : []
      rows.push([...first, title, sectionsOf(title), yen(before), yen(now)])
    })
    rows.push([across(2, '小計'), ...sums(effects).map(yen)])
  }
  rows.push([across(3, '合計'), ...sums(effectsOfInitiatives.flatMap(([, effects]) => effects)).map(yen)])
  return sheet('効果額', rows, [26, 28, 18, 16, 16])
}
