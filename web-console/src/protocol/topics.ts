import type { Author, ConversationId, Topic } from './frames';

export const buyerTopic = (conversation: ConversationId): Topic => `c:${conversation}:buyer`;
export const staffTopic = (conversation: ConversationId): Topic => `c:${conversation}:staff`;

export type Audience = 'buyer' | 'staff' | 'agent';

export function audienceOf(topic: Topic): Audience {
  if (topic.startsWith('d:')) {
    return 'agent';
  }
  return topic.endsWith(':staff') ? 'staff' : 'buyer';
}

/** The conversation a topic belongs to; none for an agent's own topic. */
export const conversationOf = (topic: Topic): ConversationId | undefined =>
  topic.startsWith('c:') ? topic.split(':')[1] : undefined;

export const agentAuthor = (id: string): Author => `agent:${id}`;
export const isAgent = (author: Author): boolean => author.startsWith('agent:');
