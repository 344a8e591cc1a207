import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { browser, type Cancel } from '@/client/world';

export interface Copying {
  /** How it went; nothing again after a while. */
  readonly went: Readonly<ShallowRef<'' | 'done' | 'failed'>>;
  copy(text: string): Promise<void>;
}

/** How long it is shown, and told to a screen reader, that something was copied. */
const SHOWN_MS = 3000;

/** Copies texts for the person. */
export function useCopy(): Copying {
  const went = shallowRef<'' | 'done' | 'failed'>('');
  let cancel: Cancel = () => undefined;
  onScopeDispose(() => {
    cancel();
  });
  return {
    went,
    copy: async (text) => {
      cancel();
      went.value = '';
      went.value = (await byPermission(text)) || bySelection(text) ? 'done' : 'failed';
      cancel = browser.after(SHOWN_MS, () => {
        went.value = '';
      });
    },
  };
}

async function byPermission(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The old way, which asks for no permission and works without encryption too. */
function bySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) {
      focused.focus();
    }
  }
}
