/** Whoever wants to be told of something, at once and in the order in which they came. */
export class Listeners<T> {
  private readonly all = new Set<(news: T) => void>();

  /** Returns how to stop listening. */
  add(listener: (news: T) => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(news: T): void {
    for (const listener of this.all) listener(news);
  }
}
