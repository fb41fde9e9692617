/** A number with what it counts, as one says it: "1 unit", "3 units", "2 were". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
