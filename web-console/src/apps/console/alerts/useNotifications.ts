import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** What the browser says of notifications: `default` has not been asked, `absent` has none. */
export type Permission = 'default' | 'granted' | 'denied' | 'absent';

export interface Notice {
  /** A newer notice of the same place takes the place of the older one. */
  readonly place: string;
  readonly title: string;
  readonly text: string;
}

export interface OwnNotifications {
  readonly permission: Readonly<ShallowRef<Permission>>;
  /** Only by a click: browsers take a question out of the blue for an intrusion, and so do people. */
  ask(): Promise<void>;
  show(notice: Notice): void;
  /** It was seen in the page. */
  take(place: string): void;
}

/** @param opened called when somebody has clicked on a notice */
export function useNotifications(opened: (place: string) => void): OwnNotifications {
  const known = 'Notification' in window;
  const permission = shallowRef<Permission>(known ? Notification.permission : 'absent');
  const shown = new Map<string, Notification>();
  const take = (place: string): void => {
    shown.get(place)?.close();
    shown.delete(place);
  };
  onScopeDispose(() => {
    [...shown.keys()].forEach(take);
  });
  return {
    permission,
    ask: async () => {
      if (known) {
        permission.value = await Notification.requestPermission();
      }
    },
    show: ({ place, title, text }) => {
      if (permission.value !== 'granted') {
        return;
      }
      take(place);
      const notice = new Notification(title, { body: text, tag: place, icon: '/favicon.svg' });
      notice.onclick = () => {
        window.focus();
        take(place);
        opened(place);
      };
      shown.set(place, notice);
    },
    take,
  };
}
