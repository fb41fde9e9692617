/** Answers by idempotency key: the same key gets the first answer again, and nothing is done. */
export class Answers<T> {
  private readonly byKey = new Map<string, T>();

  /** Does something once per key; always, without one. What throws is not remembered. */
  once(key: string | undefined, effect: () => T): T {
    if (key === undefined) return effect();
    const before = this.byKey.get(key);
    if (before !== undefined) return before;
    const answer = effect();
    this.byKey.set(key, answer);
    return answer;
  }

  clear(): void {
    this.byKey.clear();
  }
}
