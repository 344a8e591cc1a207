import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { useSizes } from '@/composables/useSizes';
import { useWords } from '@/composables/useWords';
import { refusalOf, type FileRules } from '@/protocol/files';

export interface Attaching {
  /** Which file was not taken last, and why. */
  readonly trouble: Ref<string>;
  /** What is taken, told before anything is chosen. */
  readonly fileHint: ComputedRef<string>;
  /** True when there were files at all. */
  attach(files: FileList | null | undefined): boolean;
}

/** Takes files by the shop's rules; what they refuse is not even uploaded. */
export function useAttaching(rules: () => FileRules | null, take: (file: File) => void): Attaching {
  const { say } = useWords();
  const sizes = useSizes();
  const trouble = shallowRef('');
  const fileHint = computed(() => {
    const known = rules();
    return known === null || !known.on
      ? say('refusal.FILES_OFF')
      : say('console.composer.files', {
          types: known.types.join(' '),
          size: sizes.value(known.maxBytes),
          n: known.maxPerDay,
        });
  });
  return {
    trouble,
    fileHint,
    attach: (files) => {
      const all = [...(files ?? [])];
      for (const file of all) {
        const known = rules();
        const code = known === null ? undefined : refusalOf(file, known);
        if (code === undefined) {
          take(file);
        } else {
          const why = say(`refusal.${code}`);
          trouble.value = say('console.composer.notTaken', { name: file.name, why, rules: fileHint.value });
        }
      }
      return all.length > 0;
    },
  };
}
