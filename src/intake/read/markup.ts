/**
 * 本文に残った標識 — HTML that conversion left inside cells (<p>, <ul><li>, <table>) and Markdown emphasis.
 * Only known tags are markup: «<DX戦略課>» and «‹市民課>» are content.
 */
const TAG = /<\/?(p|ul|ol|li|table|thead|tbody|tr|td|th|br|div|span|strong|em|b|i|u|sup|sub|a|font|hr|h[1-6]|caption)(\s[^<>]*)?\/?>/gi
const BREAKS = /^<(?:li|br|\/p|\/li|\/tr|\/div|hr)\b/i
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' }

/** What a reader sees of a cell: tags off, list items on their own lines, emphasis marks off. */
export function withoutMarkup(raw: string): string {
  return raw
    .replace(TAG, (tag) => (BREAKS.test(tag) ? '\n' : ' '))
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] as string)
    .replaceAll('**', '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}
