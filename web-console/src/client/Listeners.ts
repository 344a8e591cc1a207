type Ears<Told> = { [K in keyof Told]?: Set<(told: Told[K]) => void> };

/** Who wants to hear of what. */
export class Listeners<Told> {
  private readonly ears: Ears<Told> = {};

  on<K extends keyof Told>(name: K, ear: (told: Told[K]) => void): () => void {
    const ears = (this.ears[name] ??= new Set());
    ears.add(ear);
    return () => {
      ears.delete(ear);
    };
  }

  tell<K extends keyof Told>(name: K, told: Told[K]): void {
    for (const ear of this.ears[name] ?? []) {
      ear(told);
    }
  }
}
