import { nextTick, onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 48;

export interface Scrolling {
  /** Something has come below while the person reads above. */
  readonly hasNews: ShallowRef<boolean>;
  toEnd(): void;
  /** Something has grown: who is at the end stays there. */
  stay(): void;
}

/** Stays at the end while the person is there; does not move what somebody reads. */
export function useStickToEnd(box: Readonly<Ref<HTMLElement | null>>, size: () => number): Scrolling {
  const hasNews = shallowRef(false);
  let atEnd = true;
  let top = 0;

  const toEnd = (): void => {
    atEnd = true;
    hasNews.value = false;
    if (box.value !== null) {
      box.value.scrollTop = box.value.scrollHeight;
    }
  };
  const scrolled = (): void => {
    const { value } = box;
    if (value !== null) {
      const near = value.scrollHeight - value.scrollTop - value.clientHeight < NEAR_PX;
      // What grows below leaves the place as it is: only who goes up leaves the end.
      atEnd = near || (atEnd && value.scrollTop >= top);
      top = value.scrollTop;
      hasNews.value &&= !atEnd;
    }
  };

  watch(
    box,
    (now, before) => {
      before?.removeEventListener('scroll', scrolled);
      now?.addEventListener('scroll', scrolled, { passive: true });
    },
    { flush: 'post' },
  );
  watch(
    size,
    (now, before) =>
      void nextTick(() => {
        if (atEnd) {
          toEnd();
        } else {
          hasNews.value ||= now > (before ?? 0);
        }
      }),
    { immediate: true },
  );
  onScopeDispose(() => box.value?.removeEventListener('scroll', scrolled));
  const stay = (): void => {
    if (atEnd) {
      toEnd();
    }
  };
  return { hasNews, toEnd, stay };
}
