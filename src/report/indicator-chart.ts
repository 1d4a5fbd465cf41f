/** 指標の図 — plotted positions only; what is printed beside it stands in the table. */
export type IndicatorChart = {
  id: string
  desc: string
  years: { key: string; label: string }[]
  series: { label: string; kind: 'target' | 'actual' | 'former'; points: { x: string; y: number }[] }[]
  breaks?: { at: string; label: string }[]
}
