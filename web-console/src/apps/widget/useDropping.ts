import { shallowRef, type ShallowRef } from 'vue';

export interface Dropping {
  /** Files are held over the page. */
  readonly over: Readonly<ShallowRef<boolean>>;
  readonly listeners: Readonly<Record<'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>>;
}

/** Files dropped on the chat are taken by it, and never open in its place. */
export function useDropping(take: (files: readonly File[]) => void): Dropping {
  const over = shallowRef(false);
  const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  return {
    over,
    listeners: {
      dragover: (event) => {
        if (holdsFiles(event)) {
          event.preventDefault();
          over.value = true;
        }
      },
      dragleave: ({ relatedTarget }) => {
        over.value &&= relatedTarget !== null;
      },
      drop: (event) => {
        over.value = false;
        if (holdsFiles(event)) {
          event.preventDefault();
          take([...(event.dataTransfer?.files ?? [])]);
        }
      },
    },
  };
}
