import { computed, watch, type Ref } from 'vue';
import type { OwnSettings } from '@/composables/useSettings';
import { useWords } from '@/composables/useWords';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import type { ConversationId } from '@/protocol/frames';
import { unseenIn, type Heard } from '@/state/alarm';
import { CONSOLE, REGISTERED } from '@/state/looks';
import { maskedText } from '@/state/masks';
import type { Told } from '@/state/registrations';
import { talkOf } from '@/state/workbench';
import { useBuyerName } from '../useBuyerName';
import { useAlarm } from './useAlarm';
import { useBell, type OwnBell } from './useBell';
import { useFavicon } from './useFavicon';
import { useLeader } from './useLeader';
import { useMentions, type OwnMentions } from './useMentions';
import { useNotifications, type OwnNotifications } from './useNotifications';
import { useTitle } from './useTitle';

export interface Alerts {
  readonly bell: OwnBell;
  readonly notifications: OwnNotifications;
  readonly mentions: OwnMentions;
}

export interface Alerted {
  readonly person: string;
  readonly desk: WorkbenchDesk;
  readonly own: OwnSettings;
  /** What the page shows: a conversation, the queue, what was registered. */
  readonly places: Readonly<Ref<readonly string[]>>;
  /** Questions for the agent's groups that the agent has not looked at. */
  readonly registered: Readonly<Ref<readonly Told[]>>;
  /** Buyers who wait in the agent's groups. */
  readonly queued: Readonly<Ref<number>>;
  /** Called when somebody follows a notice. */
  readonly open: (conversation: ConversationId) => void;
  readonly openRegistered: () => void;
}

/** Tells the agent of what comes: by sound, by notices of the system, in the title and in the tab's picture. */
export function useAlerts({
  person,
  desk,
  own,
  places,
  registered,
  queued,
  open,
  openRegistered,
}: Alerted): Alerts {
  const { say } = useWords();
  const nameOf = useBuyerName();
  const { settings } = own;
  const bell = useBell();
  const notifications = useNotifications((place) => {
    if (place === REGISTERED) {
      openRegistered();
    } else {
      open(place);
    }
  });
  const mentions = useMentions(person, desk.bench);
  const rings = useLeader(
    `xiaoer.bell.${person}`,
    computed(() => bell.state.value === 'ready'),
  );
  const tells = useLeader(
    `xiaoer.notices.${person}`,
    computed(() => notifications.permission.value === 'granted'),
  );

  const notify = (conversation: ConversationId, what: 'message' | 'late'): void => {
    const card = desk.cards.value.find((one) => one.conversation === conversation);
    const said = talkOf(desk.bench.value, conversation).unanswered.at(-1)?.event;
    if (card !== undefined) {
      const shows = settings.value.notificationText && said?.type === 'message.posted';
      notifications.show({
        place: conversation,
        title: say(`console.alerts.notice.${what}`, { name: nameOf(card.buyer) }),
        text: shows ? said.text : say('console.alerts.notice.hidden'),
      });
    }
  };
  /** What a colleague wants of the agent, the newest. */
  const notifyOfColleague = (): void => {
    const mention = mentions.unseen.value.at(-1);
    const told = registered.value.at(-1);
    if (told !== undefined && told.seq > (mention?.seq ?? 0)) {
      notifications.show({
        place: REGISTERED,
        title: say('console.alerts.notice.registered'),
        text: settings.value.notificationText
          ? maskedText(told.question)
          : say('console.alerts.notice.hidden'),
      });
    } else if (mention !== undefined) {
      const title = say('console.alerts.notice.mentioned', { name: nameOf(mention.shown.buyer) });
      notifications.show({ place: mention.shown.conversation, title, text: '' });
    }
  };
  const rang = ({ tone, fresh, late, mentioned }: Heard): void => {
    const { sound, volume, notifications: wanted } = settings.value;
    if (tone !== null && sound && rings.value) {
      bell.ring(tone, volume);
    }
    if (!wanted || !tells.value || scene.value.lookedAt.has(CONSOLE)) {
      return;
    }
    fresh.forEach((conversation) => {
      notify(conversation, 'message');
    });
    late.forEach((conversation) => {
      notify(conversation, 'late');
    });
    if (mentioned) {
      notifyOfColleague();
    }
  };
  const count = computed(() => mentions.unseen.value.length + registered.value.length);
  const scene = useAlarm({ person, desk, places, queued, mentions: count }, rang);
  watch(
    () => scene.value.lookedAt,
    (now) => {
      now.forEach(notifications.take);
    },
  );

  const unseen = computed(() => unseenIn(scene.value.talks) + count.value);
  useTitle(unseen);
  useFavicon(unseen);
  return { bell, notifications, mentions };
}
