/** The fields of a form of a page as a browser would send them back. */
export function formFields(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action.replaceAll('/', '\\/')}(?:#[^"]*)?"[^>]*>(.*?)</form>`, 's').exec(html)?.[1] ?? ''
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  const found: Record<string, string> = {}
  for (const [, tag] of form.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag as string)?.[1]
    if (!name || (/type="checkbox"/.test(tag as string) && !/checked/.test(tag as string))) continue
    found[name] = plain(/value="([^"]*)"/.exec(tag as string)?.[1] ?? (/type="checkbox"/.test(tag as string) ? 'on' : ''))
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    found[name as string] = plain((text as string).replace(/^\n/, ''))
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    found[name as string] = plain(/<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options as string)?.[1] ?? '')
  return found
}
