interface Named {
  readonly id: string;
  readonly name: string;
}

/** What people call the one with this id; the id while nobody is known by it. */
export const nameIn = (all: readonly Named[], id: string): string =>
  all.find((one) => one.id === id)?.name ?? id;
