type Defined<T> = { [K in keyof T as IsSure<T, K> extends true ? K : never]: T[K] } & {
  [K in keyof T as IsSure<T, K> extends true ? never : K]?: Exclude<T[K], undefined>;
};

type IsSure<T, K extends keyof T> = undefined extends T[K] ? false : object extends Pick<T, K> ? false : true;

/** Leaves out the keys that are undefined, so that spreading never overwrites a value with nothing. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}
