interface Times {
  create_time_ge?: number | undefined;
  create_time_lt?: number | undefined;
  update_time_ge?: number | undefined;
  update_time_lt?: number | undefined;
}

/** Whether a list asks for a value; an empty one asks for all. */
export const isIn = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || list.length === 0 || (value !== undefined && list.includes(value));

/** From the first instant on, before the second. */
export const isWithin = (entry: { createTime: number; updateTime: number }, asked: Times): boolean =>
  (asked.create_time_ge === undefined || entry.createTime >= asked.create_time_ge) &&
  (asked.create_time_lt === undefined || entry.createTime < asked.create_time_lt) &&
  (asked.update_time_ge === undefined || entry.updateTime >= asked.update_time_ge) &&
  (asked.update_time_lt === undefined || entry.updateTime < asked.update_time_lt);
