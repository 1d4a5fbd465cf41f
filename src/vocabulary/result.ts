/** An expected refusal is a value; bugs and broken disks throw. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; problem: E }

export const ok = <T>(value: T) => ({ ok: true, value }) as const
export const no = <E>(problem: E) => ({ ok: false, problem }) as const
