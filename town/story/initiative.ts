/** あおば市の取組 — what the city knows of one initiative; the documents of the story are printed from it. */
export type StoryInitiative = {
  number: string
  title: string
  /** the same title as the section typed it in its form: other widths, other blanks */
  inForm?: string
  sections: string
  description: string
  reports: { 2023: StoryReport; 2024: StoryReport }
  /** only for the twelve initiatives whose form is in the story */
  form?: StoryForm
}

export type StoryReport = { progress: string; mark: '順調' | '概ね順調' | '遅れ' | '完了'; issues: string }

export type StoryForm = {
  file: string
  goal: string
  /** 3レス: ペーパー, タイム, ムーブ */
  marks: [boolean, boolean, boolean]
  /** 取組内容 and what stands under 令和5年度 to 令和9年度 */
  activities: [name: string, years: (string | null)[]][]
  indicators: StoryIndicator[]
  revision: { 2023?: string; 2024?: string }
}

export type StoryIndicator = {
  name: string
  unit: string
  /** 令和4年度 */
  baseline: number | string
  /** 令和5年度 to 令和9年度 */
  targets: (number | string)[]
  /** 令和5年度, 令和6年度 */
  actuals: [number | string, number | string]
}

export type Pillar = { number: string; title: string; themes: { number: string; title: string; initiatives: StoryInitiative[] }[] }
