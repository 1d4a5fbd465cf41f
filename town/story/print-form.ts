import type { Pillar, StoryForm, StoryIndicator, StoryInitiative } from './initiative.ts'
import { across, block, down, type Said, sheet } from './sheet.ts'

const YEARS = ['令和5年度', '令和6年度', '令和7年度', '令和8年度', '令和9年度']

/** 実施計画・進捗報告書 — the form of one initiative, ten columns, as the sections fill it in once a year. */
export function formOf(pillar: Pillar, theme: Pillar['themes'][number], it: StoryInitiative, form: StoryForm) {
  const rows: Said[][] = [
    [across(10, '行財政改革推進プラン2023-2027　実施計画・進捗報告書')],
    [across(10, '（令和7年3月31日現在）')],
    ['基本方針', across(4, `${pillar.number}　${pillar.title}`), '推進項目', across(4, `${theme.number}　${theme.title}`)],
    ['番号', it.number, '取組名', across(4, it.inForm ?? it.title), '所管課', across(2, it.sections)],
    ['取組の概要', across(9, it.description)],
    ['目指す姿', across(9, form.goal)],
    ['3レス', across(3, 'ペーパー'), across(3, 'タイム'), across(3, 'ムーブ')],
    [null, ...form.marks.map((on) => across(3, on ? '○' : null))],
    [block(1, 5, '取組内容'), ...YEARS],
    ...form.activities.map(([name, years]): Said[] => [across(5, name), ...years]),
    ...indicatorRows(form.indicators),
    ['進捗状況', '年度', across(5, '実績'), across(3, '計画の見直し')],
    ...([2023, 2024] as const).map((year): Said[] => [
      ...(year === 2023 ? [down(2, null)] : []),
      year === 2023 ? '令和5年度' : '令和6年度',
      across(5, it.reports[year].progress),
      across(3, form.revision[year] ?? '－'),
    ]),
    ['今後の課題・方向性', across(9, it.reports[2024].issues)],
  ]
  return sheet('様式', rows, [16, 12, 14, 12, 12, 14, 14, 14, 14, 14])
}

/** Each indicator in two rows, goals above results, so that the years stand under each other. */
function indicatorRows(indicators: StoryIndicator[]): Said[][] {
  const header: Said[] = [across(2, '指標名'), '単位', '基準値（令和4年度）', '区分', ...YEARS]
  return [
    header,
    ...indicators.flatMap((it): Said[][] => [
      [block(2, 2, it.name), down(2, it.unit), down(2, it.baseline), '目標', ...it.targets],
      ['実績', ...it.actuals, null, null, null],
    ]),
  ]
}
