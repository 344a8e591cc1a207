import { computed } from 'vue';
import { useWords } from '@/composables/useWords';
import type { Author, FrameLogged } from '@/protocol/frames';
import { agentAuthor } from '@/protocol/topics';

/** What those are called who speak: each agent by the own name, whoever came after. */
export function useNames(lines: () => readonly FrameLogged[]): (author: Author) => string {
  const { say } = useWords();
  const names = computed(() => {
    const agents = lines().flatMap(({ event }) =>
      event.type === 'conversation.assigned' || event.type === 'conversation.transferred'
        ? [event.agent]
        : [],
    );
    return new Map(agents.map(({ id, name }) => [agentAuthor(id), name]));
  });
  return (author) =>
    author === 'buyer' ? say('widget.you') : (names.value.get(author) ?? say('widget.agent'));
}
