import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useCircle } from '@/composables/useCircle';
import { useMoney } from '@/composables/useMoney';
import { usePhrases } from '@/composables/usePhrases';
import { useWords } from '@/composables/useWords';
import type { Order } from '@/protocol/desk';
import { filled, type Facts } from '@/state/phrases';
import type { Picking } from '@/state/picking';
import { bestOf } from '@/state/search';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  /** What is put into the text. */
  readonly text: string;
  /** The order that can be sent as a card in place of its number. */
  readonly order: string | null;
}

export interface PickList {
  readonly choices: ComputedRef<readonly Choice[]>;
  readonly at: Ref<number>;
  /** What a key does to the list; nothing for most keys. */
  keyed(key: string): (() => void) | undefined;
}

const MOST = 8;

/** What can be picked at the cursor, best first. */
export function usePickList(
  picking: Readonly<Ref<Picking | undefined>>,
  {
    me,
    orders,
    facts,
  }: {
    readonly me: string;
    readonly orders: () => readonly Order[];
    readonly facts: () => Facts;
  },
  does: {
    readonly pick: (choice: Choice | undefined, asCard: boolean) => void;
    readonly dismiss: () => void;
  },
): PickList {
  const { say } = useWords();
  const circle = useCircle();
  const money = useMoney();
  const { asked } = usePhrases();
  const at = shallowRef(0);

  const phrases = computed(() => (asked.value.kind === 'there' ? asked.value.body : []));
  const choices = computed((): readonly Choice[] => {
    switch (picking.value?.kind) {
      case 'phrase':
        return bestOf(picking.value.query, phrases.value, ({ code, text, folder }) => [code, text, folder])
          .slice(0, MOST)
          .map(({ id, code, text }) => ({
            id,
            name: filled(text, facts()),
            hint: code,
            text: filled(text, facts()),
            order: null,
          }));
      case 'colleague': {
        const others = circle.value.colleagues.filter(({ id }) => id !== me);
        return bestOf(picking.value.query, others, ({ name }) => [name])
          .slice(0, MOST)
          .map(({ id, name }) => ({ id, name, hint: '', text: `@${name} `, order: null }));
      }
      case 'order':
        return bestOf(picking.value.query, orders(), ({ number, items }) => [
          number,
          ...items.map(({ name }) => name),
        ])
          .slice(0, MOST)
          .map(({ number, items, total }) => ({
            id: number,
            name: items[0]?.name ?? say('console.card.order'),
            hint: `${number} · ${money.value(total)}`,
            text: `${number} `,
            order: number,
          }));
      default:
        return [];
    }
  });

  watch(choices, () => {
    at.value = 0;
  });
  const step = (by: 1 | -1) => (): void => {
    const { length } = choices.value;
    at.value = length === 0 ? 0 : (at.value + by + length) % length;
  };
  const pick = (asCard: boolean) => (): void => {
    does.pick(choices.value[at.value], asCard);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: step(1),
    ArrowUp: step(-1),
    Enter: pick(true),
    Tab: pick(false),
    Escape: does.dismiss,
  };
  return { choices, at, keyed: (key) => keys[key] };
}
