import { Extensions } from 'type-graphql'

type Decorator = MethodDecorator & PropertyDecorator

/**
 * For a list whose items say the same to everybody who sees the list, as far as their fields are @Shared() or have no
 * resolver: such a list is put into words once, for as long as it is `keepable`.
 */
export function SharedList(): Decorator {
  return Extensions({ sharing: 'LIST' })
}

/** For a field with a resolver that answers the same to everybody who sees its object. */
export function Shared(): Decorator {
  return Extensions({ sharing: 'SHARED' })
}

/** For a field without a resolver that does not. */
export function NotShared(): Decorator {
  return Extensions({ sharing: 'NOT_SHARED' })
}

const serials = new WeakMap<readonly object[], number>()
let last = 0

/** Whoever keeps a list for many requests says so: one that is made anew for each need not be kept in words. */
export function keepable<T extends object>(list: readonly T[]): readonly T[] {
  serials.set(list, ++last)
  return list
}

/** Undefined: made for one request. */
export function serialOf(list: readonly object[]): number | undefined {
  return serials.get(list)
}

const SAYS = Symbol('says')

/** An object of a shared list; what `says` is the same object says the same, in whichever list. */
export interface Saying {
  readonly [SAYS]?: object | undefined
}

/** To be put into an object of a shared list. */
export function saysTheSameAs(says: object | undefined): Saying {
  return { [SAYS]: says }
}

export function saidBy(item: Saying): object | undefined {
  return item[SAYS]
}
