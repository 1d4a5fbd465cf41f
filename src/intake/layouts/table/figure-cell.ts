import { splitItems } from '../../../vocabulary/items.ts'
import { readMeasured } from '../../../vocabulary/measured.ts'
import { remembering } from '../../../vocabulary/remembering.ts'
import { readTarget } from '../../../vocabulary/target.ts'

/** «61», «▲2», «412人», «53.5%»: a figure and nothing else. */
export const isFigure: (text: string) => boolean = remembering((text) => {
  const { answer } = readMeasured(text)
  if (answer === 'number') return true
  if (answer !== 'text' || text.length > 80 || /。/.test(text)) return false
  const items = splitItems(text)
  if (items.length > 1) return items.every((item) => isFigure(item.text))
  const said = text.length <= 24 ? readTarget(text) : null
  return said !== null && said.value !== null && said.name === ''
})
