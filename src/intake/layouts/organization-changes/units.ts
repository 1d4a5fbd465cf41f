/** 組織の名 — what a quoted name ends with when it is a unit or a post and not a slogan («選ばれる農業»). */
const UNIT_END =
  /(?:課|室|局|部|所|センター|係|館|署|院|園|校|団|担当|事務局|委員会|会議|本部|チーム|グループ|班|支所|出張所|分室|企画官|参与|理事|監|官|付|主幹|窓口|プロジェクト)(?:[（(][^（）()]*[）)])?$/
/** Words of a sentence that end like a unit and are none: «各課», «関係部», «行政組織». */
const NO_UNIT =
  /^(?:各|全|関係|関連|同|本|当該|当|新|他の?|両|前|一|所管|担当|所属)(?:課|室|局|部|係|担当|部署|部局|課等)*$|^(?:部署|部局|課|室|係|部|局|担当|職員|体制|業務|組織)$/

export const isUnit = (name: string): boolean => UNIT_END.test(name) && !NO_UNIT.test(name) && name.length <= 40

const BARE = '[^、。，\\s「」をとにへはがで]{1,24}?(?:課|室|局|部|センター|係|担当|グループ|事務局)'
/** A particle separates only behind a word that ends in Kanji: «ふるさと納税課» is not «ふるさ» and «納税課». */
const BEFORE = '(?<=^|[、。，\\sを]|[^ぁ-ん][とにへはがでの]|及び|並びに|または|又は)'
const UNQUOTED = new RegExp(`${BEFORE}(${BARE})(?=[をとにへはがのから、及並又]|$|\\s|→)`, 'g')
/** Beside quoted names a bare one is taken only where the sentence begins with it: «企画課を「企画政策課」に». */
const LEADING = new RegExp(`^(${BARE})(?=を)`)

/** Quotes the unit names of a sentence that prints them bare: «総務課と人事課を統合し» → «「総務課」と「人事課」を統合し». */
export function quoteUnits(sentence: string): string {
  const quoted = sentence.replaceAll('『', '「').replaceAll('』', '」')
  if (!quoted.includes('「')) return quoted.replace(UNQUOTED, (name: string) => (isUnit(name) ? `「${name}」` : name))
  return quoted.replace(LEADING, (name: string) => (isUnit(name) ? `「${name}」` : name))
}

/** «「A」、「B」及び「C」» → A, B, C; only units. */
export const unitsIn = (text: string): string[] => [...text.matchAll(/「([^」]+)」/g)].map((found) => found[1] as string).filter(isUnit)
