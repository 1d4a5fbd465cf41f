declare const brand: unique symbol

/** A type that is free at run time and can only be made by parsing. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
