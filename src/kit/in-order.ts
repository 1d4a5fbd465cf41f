/** Things that never change their order on a page: their place is their key. */
export const inOrder = <T>(all: readonly T[]): { key: string; it: T }[] => all.map((it, place) => ({ key: String(place), it }))
